/** `npm run bench`: builds when stale, then measures. */
import { buildWhenStale } from './build.mjs'

await buildWhenStale()
await import('../dist/src/bench/main.js')
