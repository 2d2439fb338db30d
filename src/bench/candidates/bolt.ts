/** Slack Bolt's own receiver, where it is installed; its handler keeps one durable row before the answer. */
import { slackSecret } from '../push-slack.ts'
import type { Start } from './listening.ts'
import { keeping, peer } from './peer.ts'

interface Bolt {
  HTTPReceiver: new (options: object) => { start(port: number): Promise<unknown> }
  App: new (
    options: object,
  ) => {
    message(listen: (heard: { message: { ts: string; text: string } }) => Promise<void>): void
    start(port: number): Promise<{ address(): { port: number } }>
  }
  LogLevel: { ERROR: unknown }
}

export const start: Start = async ({ file, port, peers }) => {
  const { App, HTTPReceiver, LogLevel } = peer<Bolt>(peers, '@slack/bolt')
  const keep = keeping(file)
  const receiver = new HTTPReceiver({
    signingSecret: slackSecret,
    processBeforeResponse: true,
    logLevel: LogLevel.ERROR,
  })
  const authorize = async () => ({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' })
  const app = new App({ receiver, authorize, logLevel: LogLevel.ERROR })
  app.message(async ({ message }) => keep(message.ts, message.text))
  const server = await app.start(port)
  return server.address().port
}
