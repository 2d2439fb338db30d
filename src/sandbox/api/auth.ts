/** Tokens and the app itself: auth/v3, bot/v3, event/v1. */
import { Refusal } from '../refusals.ts'
import { type Endpoint, page, Whole } from './endpoint.ts'

/** The token endpoint, the bot's own card, and the addresses pushes come from. */
export const auth: Endpoint[] = [
  {
    method: 'POST',
    path: 'auth/v3/tenant_access_token/internal',
    title: '获取访问令牌',
    open: true,
    unmetered: true,
    run: (world, { body }) => {
      if (typeof body.app_id !== 'string' || typeof body.app_secret !== 'string')
        throw new Refusal(10003)
      if (body.app_id !== world.app.id || body.app_secret !== world.app.secret)
        throw new Refusal(10014)
      const { token, expire } = world.tokens.issue(world.clock.now())
      return new Whole({ tenant_access_token: token, expire })
    },
  },
  {
    method: 'GET',
    path: 'bot/v3/info',
    title: '读取机器人信息',
    run: ({ bot }) =>
      new Whole({
        bot: {
          activate_status: 2,
          app_name: bot.name,
          avatar_url: '',
          ip_white_list: [],
          open_id: bot.openId,
        },
      }),
  },
  {
    method: 'GET',
    path: 'event/v1/outbound_ip',
    title: '读取平台出口地址',
    unmetered: true,
    run: (_, call) => {
      const { items, ...more } = page(['127.0.0.1'], call, 10, 50)
      return { ...more, ip_list: items }
    },
  },
]
