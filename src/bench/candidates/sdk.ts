/** The SDK's own receiver on node:http; its handler keeps one durable row before the answer. */
import { createRequire } from 'node:module'
import Database from 'better-sqlite3'
import { appAt } from '../app.ts'
import { listen, type Start } from './listening.ts'

const sdk: typeof import('@larksuiteoapi/node-sdk') = createRequire(import.meta.url)(
  '@larksuiteoapi/node-sdk',
)

export const start: Start = ({ file, platform, port }) => {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table if not exists heard (key text primary key, at integer, body text)')
  const keep = database.prepare('insert into heard values (?, ?, ?)')
  const { encryptKey, verificationToken } = appAt(platform)
  const dispatcher = new sdk.EventDispatcher({
    encryptKey,
    verificationToken,
    loggerLevel: sdk.LoggerLevel.error,
  }).register({
    'im.message.receive_v1': ({ message }) => {
      keep.run(message.message_id, Date.now(), message.content)
    },
  })
  return listen(sdk.adaptDefault('/feishu/events', dispatcher), port)
}
