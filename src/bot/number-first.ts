/**
 * The number before the word: `12 办结 已报送` is read like `办结 12 已报送`, `12号 已完成初稿` like a report,
 * `12号怎么样了` like a look. What says that it is not done, or that it was done already, is left as it stands.
 */
import { softenedBy } from './courtesy.ts'
import { askedIn } from './question.ts'
import type { Registry } from './registry.ts'
import type { Sentence } from './sentence.ts'
import { numbersMatter } from './slots/matter.ts'

const NUMBER = /^\s*((#|第)?\s?(\d{1,7})(?:\s?(号|#))?)(的|[\s,:]*)/
/** 12号还没有办结: nothing is done, and nothing is said of how far it is. */
const DENIED =
  /^(?:我|我们|这|那|这件|事项|还|尚|暂|目前|现在|仍|都|也|并|是|事)*(?:没|未|不|别|勿|莫)/
/** How one asks after a matter without a word of the house. */
const AFTER =
  /^(?:(?:现在|目前)?(?:办理)?(?:进展|进度|情况|状态)(?:如何|怎么样|咋样|怎样)?|(?:现在|目前)?(?:怎么样|咋样|怎样|如何|到哪(?:了|一步)|到什么程度|办(?:得|到)?(?:怎么样|怎样|如何|哪了|哪一步|好|完|妥))|谁(?:在|负责)?(?:办|负责|牵头)|(?:什么|啥)时候(?:到期|办完)?|哪天到期|还有几天|到期)(?:了|没有?|吗|呢|啊)*[\s?。!]*$/
/** How progress begins. */
const PROGRESS =
  /^(?:现|目前|均|全部|基本|初步|今[天日]|昨[天日]|[上下]午|本周|上周|刚|初稿|方案)*(?:已|正在|正[按与同由抓]|完成|进度|走访|对接|预计|拟[于在定]|待[省市局上])/

/** The sentence with its number where a command expects it; the same where the number leads to nothing. */
export function numberBehindWord(sentence: Sentence, registry: Registry): Sentence {
  const { folded } = sentence
  const number = NUMBER.exec(folded)
  if (!number || !numbersMatter(folded)) return sentence
  const [whole, spelt, sign, , mark, gap] = number
  const rest = folded.slice(whole.length)
  const marked = sign !== undefined || mark !== undefined
  const apart = marked || gap !== ''
  const put = (word: string, from: number) => {
    const turned = (text: string) =>
      `${word} ${text.slice(whole.indexOf(spelt!), whole.indexOf(spelt!) + spelt!.length)} ${text.slice(from)}`
    return { ...sentence, raw: turned(sentence.raw), folded: turned(folded) }
  }
  if (rest.trim() === '') return marked ? put('查', whole.length) : sentence
  if (DENIED.test(rest)) return sentence
  if (AFTER.test(rest)) return put('查', folded.length)
  const hit = registry.find(rest)
  if (hit?.bare && hit.command.slots.matter) return put(hit.word, whole.length)
  if (hit?.command.slots.matter) {
    const after = rest.slice(hit.rest)
    const asks = hit.command.changes && askedIn(after) !== undefined
    const softer = softenedBy(after)
    const glued = /^\p{Script=Han}/u.test(after.slice(softer))
    // 办结了 tells that it was done; 报送, 完成初稿, 反馈意见 are no words of the house.
    const other = hit.word.length === 1 || REPORTS.has(hit.word)
    if (/^了/.test(after) && !asks && !other) return sentence
    if (!glued || asks || !other) return put(hit.word, whole.length + hit.rest + softer)
  }
  return apart && PROGRESS.test(rest) ? put('报', whole.length) : sentence
}

/** The matter a sentence begins with, and what is said of it; undefined where nothing is, or that it is not done. */
export function numberedAt(sentence: Sentence): { id: number; from: number } | undefined {
  const number = NUMBER.exec(sentence.folded)
  if (!number || !numbersMatter(sentence.folded)) return undefined
  const [whole, , sign, digits, mark, gap] = number
  const rest = sentence.folded.slice(whole.length)
  const apart = sign !== undefined || mark !== undefined || gap !== ''
  return apart && rest.trim() !== '' && !DENIED.test(rest)
    ? { id: Number(digits), from: whole.length }
    : undefined
}

/** Words that as often begin a piece of progress: 完成初稿, 汇报材料已交, 反馈意见已收齐. */
const REPORTS = new Set(['完成', '汇报', '反馈', '进展'])
