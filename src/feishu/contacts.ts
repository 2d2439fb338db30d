/** Who is who on the platform: the bot itself, people by mobile number, the members of a group. */
import type { Api } from './api.ts'
import { fields, list, word } from './loose.ts'

/** The bot as the platform knows it. `status` 2 is switched on; undefined where the platform does not say. */
interface Bot {
  openId: string
  name: string
  status: number | undefined
}

/** A member of a group. The platform lists people only, never bots. */
interface Member {
  openId: string
  name: string
  tenant: string
}

const MOST_MOBILES = 50
/** A group has at most some thousands of members; a list that never ends is not followed for ever. */
const MOST_PAGES = 200

/** The bot's own open_id, by which a mention of it is known. Rejects with Undelivered. */
export async function botOf(api: Api): Promise<Bot> {
  const answer = await api.call({ method: 'GET', path: 'bot/v3/info', again: true })
  // This one answer stands beside `code`, not under `data`.
  const { open_id, app_name, activate_status } = fields(answer.bot ?? fields(answer.data).bot)
  const status = typeof activate_status === 'number' ? activate_status : undefined
  return { openId: word(open_id), name: word(app_name), status }
}

/** The open_ids of mobile numbers, by number as asked; whom the platform does not know is left out. */
export async function openIdsOf(api: Api, mobiles: string[]): Promise<Record<string, string>> {
  const found: [string, string][] = []
  for (let from = 0; from < mobiles.length; from += MOST_MOBILES) {
    const answer = await api.call({
      method: 'POST',
      path: 'contact/v3/users/batch_get_id',
      query: { user_id_type: 'open_id' },
      body: { mobiles: mobiles.slice(from, from + MOST_MOBILES), include_resigned: false },
      again: true,
    })
    for (const user of list(fields(answer.data).user_list)) {
      const { mobile, user_id } = fields(user)
      if (word(user_id)) found.push([word(mobile), word(user_id)])
    }
  }
  return Object.fromEntries(found)
}

/** All members of a group the bot is in. Rejects with Undelivered (`gone` where it is not). */
export async function membersOf(api: Api, chat: string): Promise<Member[]> {
  const members: Member[] = []
  let page = ''
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const answer = await api.call({
      method: 'GET',
      path: `im/v1/chats/${encodeURIComponent(chat)}/members`,
      query: { member_id_type: 'open_id', page_size: '100', ...(page && { page_token: page }) },
      again: true,
    })
    const { items, has_more, page_token } = fields(answer.data)
    for (const item of list(items)) {
      const { member_id, name, tenant_key } = fields(item)
      members.push({ openId: word(member_id), name: word(name), tenant: word(tenant_key) })
    }
    page = word(page_token)
    if (has_more !== true || page === '') break
  }
  return members
}
