/** The platform as the bench needs it: it hands out a token, says who the bot is, and swallows messages. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { botOpenId } from './app.ts'

/** Listens on a free port of this machine; the address is a bot's `domain`. */
export async function openPlatform(): Promise<{ url: string; close(): void }> {
  let sent = 0
  const server = createServer((request, response) => {
    request.resume()
    const url = request.url ?? ''
    const answer = url.includes('tenant_access_token')
      ? { tenant_access_token: 't-bench', expire: 7200 }
      : url.includes('bot/v3/info')
        ? { bot: { open_id: botOpenId, app_name: '督办', activate_status: 2 } }
        : { data: { message_id: `om_sent_${sent++}`, chat_id: 'oc_bench' } }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ code: 0, msg: 'ok', ...answer }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
