/** A candidate in a process of its own: `node candidate.js <name> <settings>`; tells its port when it listens. */
import type { Settings, Start } from './candidates/listening.ts'

// Whoever started it is gone, or has seen enough.
process.once('disconnect', () => process.exit())

const [name = '', settings = '{}'] = process.argv.slice(2)
const { start } = (await import(`./candidates/${name}.js`)) as { start: Start }
const port = await start(JSON.parse(settings) as Settings)
process.send?.({ port })
