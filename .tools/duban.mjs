/** `npm run -s duban -- …`: builds when stale, then runs the keeper's command line. */
import { existsSync } from 'node:fs'
import { buildWhenStale } from './build.mjs'

if (existsSync('.env')) process.loadEnvFile('.env')
await buildWhenStale()
await import('../dist/src/admin/main.js')
