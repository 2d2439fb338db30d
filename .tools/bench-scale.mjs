/** `npm run bench:scale`: builds when stale, then measures. */
import { buildWhenStale } from './build.mjs'

await buildWhenStale()
await import('../dist/src/bench/scale.js')
