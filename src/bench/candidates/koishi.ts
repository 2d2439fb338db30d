/** Koishi with its Lark adapter, where it is installed; a message keeps one durable row. It answers before it has. */
import { freePort } from '../../free-port.ts'
import { appAt } from '../app.ts'
import type { Start } from './listening.ts'
import { keeping, peer } from './peer.ts'

interface Session {
  messageId: string
  content: string
}

interface Koishi {
  Context: new () => {
    plugin(plugin: unknown, options: object): void
    on(event: 'message', listen: (session: Session) => void): void
    start(): Promise<void>
  }
  Logger: { levels: { base: number } }
}

export const start: Start = async ({ file, platform, port, peers }) => {
  const { Context, Logger } = peer<Koishi>(peers, 'koishi')
  Logger.levels.base = 0
  const keep = keeping(file)
  const own = port || (await freePort())
  const { appId, appSecret, encryptKey, verificationToken } = appAt(platform)
  const app = new Context()
  const plugin = (name: string) => peer<{ default: unknown }>(peers, name).default
  app.plugin(plugin('@koishijs/plugin-http'), {})
  app.plugin(plugin('@koishijs/plugin-server'), { host: '127.0.0.1', port: own })
  app.plugin(plugin('@satorijs/adapter-lark'), {
    protocol: 'http',
    platform: 'feishu',
    endpoint: `${platform}/open-apis/`,
    appId,
    appSecret,
    encryptKey,
    verificationToken,
    path: '/feishu/events',
    selfUrl: platform,
    verifyToken: true,
    verifySignature: true,
  })
  app.on('message', ({ messageId, content }) => keep(messageId, content))
  await app.start()
  return own
}
