/** What the chat page and the street say to each other: JSON over HTTP, and one stream of server-sent events. */

/** Somebody as the page lists him. */
export interface Person {
  openId: string
  name: string
  /** Shown small beside the name: 预算科 科长. */
  title: string
}

/** A chat as the page lists it. */
export interface Chat {
  id: string
  kind: 'group' | 'private'
  name: string
  members: string[]
}

/** A message as the page draws it. */
export interface Message {
  id: string
  chat: string
  /** open_id of the person, 'bot', or 'system' for a line such as 督办 已加入群聊. */
  from: string
  at: number
  type: 'text' | 'post' | 'interactive' | 'file' | 'image' | 'system'
  /**
   * text, system: plain text with mentions as @名字; interactive: the card's JSON; file: its name; image: its key;
   * post: `{title, content: [[node]]}`, where a node of tag `at` carries the name as `user_name`.
   */
  content: unknown
  replyTo?: string
  thread?: string
  recalled?: boolean
  edited?: boolean
  /** open_id of the only person who sees it. */
  onlyFor?: string
  reactions: { emoji: string; by: string[] }[]
}

/** One line of the inspector: an event pushed to the bot, a callback, or a call the bot made. */
export interface Trace {
  id: number
  at: number
  way: 'event' | 'callback' | 'api' | 'socket'
  title: string
  status: number
  ms: number
  request: unknown
  response: unknown
}

/** Everything the page needs when it opens. GET /sandbox/state */
export interface State {
  now: number
  people: Person[]
  chats: Chat[]
  messages: Message[]
  traces: Trace[]
  faults: Fault[]
  /** Sentences to try, and who says them where; shown beside the composer. */
  tries: { as: string; chat: string; say: string; why: string }[]
  /** Bot menu entries of the private chat: label and event_key. */
  menu: { label: string; key: string }[]
  bot: { openId: string; name: string }
}

/** Faults one can switch on; `times` counts down, -1 stays on. */
export interface Fault {
  kind:
    | 'duplicate-event'
    | 'two-event-ids'
    | 'timeout-after-success'
    | 'group-rate-limit'
    | 'app-rate-limit'
    | 'token-expired'
    | 'card-refused'
    | 'no-bubbles'
    | 'unreachable'
    | 'quota'
    | 'slow'
    | 'server-error'
    | 'event-delay'
    | 'unreadable'
  label: string
  times: number
}

/** The stream at GET /sandbox/stream: one JSON object per event. */
export type Push =
  | { type: 'message'; message: Message }
  | { type: 'chat'; chat: Chat }
  | { type: 'clock'; now: number; turning: boolean }
  | { type: 'trace'; trace: Trace }
  | { type: 'faults'; faults: Fault[] }
  | { type: 'toast'; as: string; toast: { type: string; content: string } }

/** What a person does on the page; each is a POST with this body, answered with `{ok:true,…}` or `{ok:false,error}`. */
export interface Acts {
  /** POST /sandbox/say: `text` carries mentions as `@[open_id]`; `@[bot]` is the bot, `@[all]` is @所有人. */
  say: { as: string; chat: string; text: string; replyTo?: string; post?: boolean }
  /** POST /sandbox/tap: a component of a card; form carries the form's fields by name. Answer adds `toast?`. */
  tap: {
    as: string
    message: string
    tag: string
    name?: string
    value?: unknown
    option?: string
    options?: string[]
    checked?: boolean
    input?: string
    form?: Record<string, string | string[]>
  }
  /** POST /sandbox/react */
  react: { as: string; message: string; emoji: string; remove?: boolean }
  /** POST /sandbox/recall */
  recall: { as: string; message: string }
  /** POST /sandbox/menu */
  menu: { as: string; key: string }
  /** POST /sandbox/file: bytes as base64. */
  file: { as: string; chat: string; name: string; base64: string }
  /** POST /sandbox/clock: turn forward to an instant (milliseconds); what falls due on the way happens in order. */
  clock: { to: number }
  /** POST /sandbox/fault: switch a fault on (times 0 switches it off). */
  fault: { kind: Fault['kind']; times: number }
}
