/** `npm run bench`, `npm run bench:scale`: builds when stale, then measures; the first word names the program. */
import { buildWhenStale } from './build.mjs'

const named = process.argv[2]?.startsWith('-') === false
const [program] = named ? process.argv.splice(2, 1) : ['main']
await buildWhenStale()
await import(`../dist/src/bench/${program}.js`)
