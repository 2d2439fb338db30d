/** One sentence of the sample office's story. */
export interface SampleLine {
  /** Working days before today, e.g. -6; the last lines are said on -1. */
  day: number
  /** `H:MM` in office time. */
  clock: string
  /** Who says it, by key. */
  as: string
  /** A chat id, or `bot` for the private chat. In a group the bot is mentioned before the sentence. */
  in: string
  /** A person is mentioned as `@[key]`; `{+5}` is the day five working days after today, `{-2}` two before, written `M月D日`. */
  say: string
}
