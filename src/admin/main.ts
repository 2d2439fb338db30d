/** The key of the command line: real clock, real output; everything else is handed down. */
import pino from 'pino'
import { readSettings } from '../config.ts'
import { openApi } from '../feishu/api.ts'
import { runDuban } from './program.ts'

const log = pino({ level: 'error', redact: ['*.authorization'] }, pino.destination(2))

const now = () => Date.now()

process.exitCode = await runDuban(process.argv.slice(2), {
  now,
  out: (line) => console.log(line),
  note: (line) => console.error(line),
  input: process.stdin,
  settings: () => readSettings(),
  api() {
    const { feishu } = readSettings()
    return (
      feishu &&
      openApi({ ...feishu, now, log: (level, what, facts) => log[level](facts ?? {}, what) })
    )
  },
  log,
})
