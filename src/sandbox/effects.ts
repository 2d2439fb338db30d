/** What became visible to somebody: the record that tests count by. */

/** One thing that somebody could see, and when. */
export interface Effect {
  kind:
    | 'send'
    | 'reply'
    | 'patch'
    | 'edit'
    | 'recall'
    | 'react'
    | 'unreact'
    | 'urgent'
    | 'follow-up'
    | 'pin'
    | 'unpin'
    | 'ephemeral'
    | 'update'
    | 'answer'
  message: string
  chat: string
  at: number
  /** The uuid the bot gave, for what it sends. */
  uuid?: string
  /** The person, for what only one sees: a private chat, an ephemeral card, the toast of a tap. */
  to?: string
  /** msg_type of a message, emoji of a reaction. */
  type?: string
}
