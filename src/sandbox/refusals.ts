/** The platform's refusals: code, words, HTTP status (feishu-platform.md 3.2, 4.3; open.feishu.cn error codes). */

const WORDS: Record<number, string> = {
  2200: 'Internal Error',
  9499: 'Bad Request',
  10003: 'invalid param',
  10014: 'app secret invalid',
  99991400: 'request trigger frequency limit',
  99991403: "This month's API call quota has been exceeded.",
  99991661: 'Missing access token for authorization.',
  99991663:
    'Invalid access token for authorization. Please make a test attempt using the correct token.',
  99991671: 'Invalid access token for authorization: it must start with t- or u-.',
  99992351: 'The request contains an id that is not a valid open_id or union_id of this app.',
  99992402: 'field validation failed',
  200000: 'The message has been recalled.',
  200310: 'The card does not belong to this app.',
  200830: 'A card of schema 2.0 cannot be changed to schema 1.0.',
  230001: 'Your request contains an invalid request parameter.',
  230002: 'The bot can not be outside the group.',
  230011: 'The action is unavailable because the message has been recalled.',
  230013: 'Bot has NO availability to this user.',
  230017: 'The bot is not the owner of the resource.',
  230018: 'These operations are NOT allowed at current group settings.',
  230020: 'This operation triggers the frequency limit.',
  230025: 'The length of the message content reaches its limit.',
  230026: 'No permission to recall this message.',
  230027: 'Lack of necessary permissions.',
  230028: 'The messages do NOT pass the audit.',
  230029: 'The user has resigned.',
  230031: 'The message is too old to be updated.',
  230034: 'The receive_id is invalid.',
  230035: 'Send Message Permission deny.',
  230038: 'Cross tenant p2p chat operate forbid.',
  230050: 'The message is invisible to the operator.',
  230053: 'The user has stopped the bot from sending messages.',
  230055: 'The type of file upload does not match the type of message being sent.',
  230072: 'The message has reached the number of times it can be edited.',
  230099: 'Failed to create card content',
  230110: 'The action is unavailable because the message has been deleted.',
  231001: 'reaction type is invalid.',
  231002: 'The operator can not react on the message.',
  231003: 'The message is not found, it may have been deleted.',
  231007: 'The operator has no permission to delete the reaction.',
  231022: 'Bot has NO availability to this user.',
  232006: 'Your request specifies a chat_id which is invalid.',
  232009: 'Your request specifies a chat which has already been dissolved.',
  232011: 'Operator can NOT be out of the chat.',
  234001: 'Invalid request param.',
  234003: 'File not in msg.',
  234006: 'The file size exceed the max value.',
  234010: "File's size can't be 0.",
  300020: 'The token is invalid.',
  300030: 'The token has expired.',
  300040: 'The token has been used up.',
}

/** A call that the platform refuses; `status` is 400 unless the platform is known to answer otherwise. */
export class Refusal extends Error {
  readonly code: number
  readonly status: number
  readonly headers: Record<string, string>

  constructor(
    code: number,
    detail?: string,
    how: { status?: number; headers?: Record<string, string> } = {},
  ) {
    const words = WORDS[code] ?? 'failed'
    super(detail === undefined ? words : `${words}${code === 230099 ? ', ' : ' '}ext=${detail}`)
    this.code = code
    this.status = how.status ?? 400
    this.headers = how.headers ?? {}
  }
}
