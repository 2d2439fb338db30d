/** The `event` part of each kind of push (feishu-platform.md 2.1, 2.2), field by field as in the published samples. */
import type { Place } from './chats.ts'
import type { Mention } from './mentions.ts'
import type { StoredMessage } from './messages.ts'
import type { Resident } from './people.ts'

type Body = Record<string, unknown>

/** Names of the event types in Chinese, for the inspector. */
export const EVENT_TITLES: Record<string, string> = {
  'im.message.receive_v1': '收到消息',
  'im.message.recalled_v1': '消息被撤回',
  'im.message.message_read_v1': '消息已读',
  'im.message.reaction.created_v1': '添加表情',
  'im.message.reaction.deleted_v1': '取消表情',
  'im.chat.member.bot.added_v1': '机器人进群',
  'im.chat.member.bot.deleted_v1': '机器人被移出群',
  'im.chat.member.user.added_v1': '成员进群',
  'im.chat.member.user.deleted_v1': '成员被移出群',
  'im.chat.disbanded_v1': '群被解散',
  'im.chat.access_event.bot_p2p_chat_entered_v1': '进入与机器人的会话',
  'application.bot.menu_v6': '点击机器人菜单',
  'card.action.trigger': '卡片回传',
}

/** The ids of a person; `user_id` is left out, since the app lacks that scope. */
function idsOf({ unionId, openId }: { unionId: string; openId: string }): Body {
  return { union_id: unionId, open_id: openId }
}

/** im.message.receive_v1: `mentions` is absent when nobody is mentioned. */
export function received(message: StoredMessage, sender: Resident, place: Place): Body {
  const { mentions } = message
  return {
    sender: { sender_id: idsOf(sender), sender_type: 'user', tenant_key: sender.tenant },
    message: {
      message_id: message.id,
      ...(message.root === undefined ? {} : { root_id: message.root }),
      ...(message.parent === undefined ? {} : { parent_id: message.parent }),
      ...(message.thread === undefined ? {} : { thread_id: message.thread }),
      create_time: String(message.at),
      update_time: String(message.updatedAt),
      chat_id: message.chat,
      chat_type: place.kind === 'private' ? 'p2p' : 'group',
      message_type: message.type,
      content: message.content,
      ...(mentions.length === 0 ? {} : { mentions: mentions.map(mentioned) }),
    },
  }
}

function mentioned(mention: Mention): Body {
  return {
    key: mention.key,
    id: idsOf(mention),
    mentioned_type: mention.bot ? 'bot' : 'user',
    name: mention.name,
    tenant_key: mention.tenant,
  }
}

/** im.message.recalled_v1 */
export function recalled(message: StoredMessage, at: number): Body {
  return {
    message_id: message.id,
    chat_id: message.chat,
    recall_time: String(at),
    recall_type: 'message_owner',
  }
}

/** im.message.message_read_v1 */
export function read(messages: string[], reader: Resident, at: number): Body {
  return {
    reader: { reader_id: idsOf(reader), read_time: String(at), tenant_key: reader.tenant },
    message_id_list: messages,
  }
}

/** im.message.reaction.created_v1 and deleted_v1 */
export function reacted(message: string, emoji: string, by: Resident, at: number): Body {
  return {
    message_id: message,
    reaction_type: { emoji_type: emoji },
    operator_type: 'user',
    user_id: idsOf(by),
    action_time: String(at),
  }
}

/** im.chat.member.*_v1 and im.chat.disbanded_v1; `users` for those about people. */
export function moved(
  place: Place,
  external: boolean,
  operator: Resident,
  users?: Resident[],
): Body {
  return {
    chat_id: place.id,
    operator_id: idsOf(operator),
    external,
    operator_tenant_key: operator.tenant,
    ...(users
      ? {
          users: users.map((user) => ({
            name: user.name,
            tenant_key: user.tenant,
            user_id: idsOf(user),
          })),
        }
      : {}),
    name: place.name,
    i18n_names: { zh_cn: place.name, en_us: '', ja_jp: '' },
  }
}

/** im.chat.access_event.bot_p2p_chat_entered_v1 */
export function entered(place: Place, person: Resident, last: StoredMessage | undefined): Body {
  return {
    chat_id: place.id,
    operator_id: idsOf(person),
    last_message_id: last?.id ?? '',
    last_message_create_time: last ? String(last.at) : '',
  }
}

/** application.bot.menu_v6: no chat id, and the time in seconds. */
export function menuTapped(person: Resident, key: string, at: number): Body {
  return {
    operator: { operator_name: person.name, operator_id: idsOf(person) },
    event_key: key,
    timestamp: Math.floor(at / 1000),
  }
}
