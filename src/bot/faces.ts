/** Faces at the ends of a sentence: 待办👌, 签收 11[抱拳], 催办 4～～. They greet; nothing of them is said. */
import type { Sentence } from './sentence.ts'

/** Those of the platform's own keyboard, as they arrive in a text. */
const NAMED =
  '微笑|憨笑|呲牙|偷笑|大笑|可爱|愉快|捂脸|流泪|大哭|可怜|尴尬|奋斗|加油|强|赞|点赞|弱|鼓掌|握手|抱拳|敬礼|碰拳|拥抱|送心|比心|爱心|玫瑰|鲜花|庆祝|撒花|蛋糕|感谢|谢谢|拜托|合十|胜利|耶|思考|疑问|惊讶|得意|酷|呆|害羞|再见|OK|DONE|THX'
const FACE = `(?:\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]*|\\[(?:${NAMED})\\])`
const BEFORE = new RegExp(`^(?:${FACE}\\s*)+`, 'iu')
const AFTER = new RegExp(`(?:\\s*(?:${FACE}|~+))+\\s*$`, 'iu')

/** The sentence without them; nothing but faces stays as it is. */
export function withoutFaces(sentence: Sentence): Sentence {
  const { raw, folded } = sentence
  const from = BEFORE.exec(folded)?.[0].length ?? 0
  const to = AFTER.exec(folded)?.index ?? folded.length
  if (from >= to || (from === 0 && to === folded.length)) return sentence
  return { ...sentence, raw: raw.slice(from, to), folded: folded.slice(from, to) }
}
