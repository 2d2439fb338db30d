/** The same message as Slack pushes it, for the peer that speaks its protocol. */
import { createHmac } from 'node:crypto'

export const slackSecret = 'bench-slack-secret'

/** A signed `event_callback` as the bytes of a whole request. */
export function slackRequest(serial: number, text: string, at: number): Buffer {
  const stamp = `${Math.floor(at / 1000)}`
  const ts = `${stamp}.${String(serial).padStart(9, '0')}`
  const body = JSON.stringify({
    token: 'bench-token',
    team_id: 'T0BENCH',
    api_app_id: 'A0BENCH',
    type: 'event_callback',
    event_id: `Ev${String(serial).padStart(12, '0')}`,
    event_time: Number(stamp),
    authorizations: [{ enterprise_id: null, team_id: 'T0BENCH', user_id: 'U0BENCH', is_bot: true }],
    is_ext_shared_channel: false,
    event_context: '4-bench',
    event: {
      type: 'message',
      client_msg_id: `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`,
      text,
      user: 'U0SPEAKER',
      team: 'T0BENCH',
      channel: 'D0BENCH',
      channel_type: 'im',
      event_ts: ts,
      ts,
      blocks: [
        {
          type: 'rich_text',
          block_id: 'b1',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
        },
      ],
    },
  })
  const signature = createHmac('sha256', slackSecret).update(`v0:${stamp}:${body}`).digest('hex')
  const head = [
    'POST /slack/events HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-slack-request-timestamp: ${stamp}`,
    `x-slack-signature: v0=${signature}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
