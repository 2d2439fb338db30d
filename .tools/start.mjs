/** `npm start`: builds when stale, then serves the office, or the practice ground where no app is set. */
import { existsSync } from 'node:fs'
import { buildWhenStale } from './build.mjs'

if (existsSync('.env')) process.loadEnvFile('.env')
await buildWhenStale()
await import('../dist/served/src/main.js')
