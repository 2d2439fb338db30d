/** The key of the command line: real clock, real output; everything else is handed down. */
import pino from 'pino'
import { readSettings } from '../config.ts'
import { runDuban } from './program.ts'

const log = pino({ level: 'error', redact: ['*.authorization'] }, pino.destination(2))

process.exitCode = await runDuban(process.argv.slice(2), {
  now: () => Date.now(),
  out: (line) => console.log(line),
  note: (line) => console.error(line),
  settings: () => readSettings(),
  log,
})
