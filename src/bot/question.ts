/** Questions: what asks whether something was done does not do it (`办结了吗`, `销号了没`, `同意 12？`). */

/** Right after the word, with something still to come: 办结了吗 12. */
const AFTER_WORD = /^(?:好|完)?了?(?:吗|么)|^(?:好|完)?了没有?/

const AT_END =
  /(?:\?|了?(?:吗|么)|了?没|了没有|能否|可否|与否|是否|行不行|可以不|好不好|怎么样|咋样|怎样|怎么办|如何|到哪了|到哪一?步了?|(?:什么|啥|何)时候?|多少|几时)[\s?。!~]*$/u

/** What of a question asks, in characters from the word's end and from the sentence's end. */
export interface Asking {
  after: number
  before: number
}

/** How what follows the word asks; undefined where the sentence is no question. Quoted words ask nothing. */
export function askedIn(after: string): Asking | undefined {
  const first = AFTER_WORD.exec(after)?.[0].length ?? 0
  const last = AT_END.exec(after.slice(first))?.[0].length ?? 0
  return first + last > 0 ? { after: first, before: last } : undefined
}
