/**
 * The number before the word: `12 办结 已报送` is read like `办结 12 已报送`, `把12号转办给金融科` like `转办 12 金融科`,
 * `12号 已完成初稿` like a report, `12号怎么样了` like a look. What says that it is not done, or that it was done already,
 * is left as it stands.
 */
import type { Directory } from '../domain/people/directory.ts'
import { softenedBy } from './courtesy.ts'
import { namedAt } from './named-at.ts'
import { askedIn } from './question.ts'
import type { Hit, Registry } from './registry.ts'
import type { Sentence } from './sentence.ts'
import { weekNumberAt } from './slots/formal.ts'
import { numbersMatter } from './slots/matter.ts'

/** What leads over to the number: 请, and 把12号…, 对12号…, 申请12号…. */
const LEAD =
  /^\s*((?:请问?|麻烦(?:[您你])?|烦请|帮我|帮忙|拜托)?)\s*((?:申请|请求)?(?:把|将|对|给|就|关于|针对)?)/
const NUMBER =
  /^\s*((#|第)?\s?(\d{1,7})(?:\s?(号|#))?)(?:督办)?(?:这[件项])?(?:事项)?(的|[\s,:]*)(?:请?予以?|进行)?/
/** 12号还没有办结: nothing is done, and nothing is said of how far it is. */
const DENIED =
  /^(?:我|我们|这|那|这件|事项|还|尚|暂|目前|现在|仍|都|也|并|是|事)*(?:没|未|不|别|勿|莫)/
/** How one asks after a matter without a word of the house. */
const AFTER =
  /^(?:(?:现在|目前)?(?:办理)?(?:进展|进度|情况|状态)(?:如何|怎么样|咋样|怎样)?|(?:现在|目前)?(?:怎么样|咋样|怎样|如何|到哪(?:了|一步)|到什么程度|办(?:得|到)?(?:怎么样|怎样|如何|哪了|哪一步|好|完|妥))|谁(?:在|负责)?(?:办|负责|牵头)|(?:什么|啥)时候(?:到期|办完)?|哪天到期|还有几天|到期)(?:了|没有?|吗|呢|啊)*[\s?。!]*$/
/** How progress begins. */
const PROGRESS =
  /^(?:现|目前|均|全部|基本|初步|今[天日]|昨[天日]|[上下]午|本周|上周|刚|初稿|方案)*(?:已|正在|正[按与同由抓]|完成|进度|走访|对接|预计|拟[于在定]|待[省市局上])/
/** 进展：已完成初稿: the label of a report, and the report. */
const LABELLED = /^(?:最新|工作|办理|目前)*(?:进展|进度|情况)(?:情况)?(?:如下)?\s*[:\s]\s*(?=\S)/
/** It is said to be done: whether that asks to close it is for him to say. */
const DONE = /^已?经?(?:全部|按时|按期)?(?:办结|办完|办妥|办好|办毕|完结|办理完毕)/
/** Nothing but a grade: the word is 同意. */
const GRADED = /^(?:优秀|良好|合格)[。\s]*$/
/** 截止改到12月18日, 标题改为…: what is changed stands before the word that changes it. */
const CHANGED =
  /^的?(?:办结|办理|完成)?(?:截止(?:时间|日期|日)?|时限|期限|标题|题目|依据|承办人)\s*(?:改|调整|变更|修改|提前|推迟)(?:为|成|到|至|由)/
/** 并入9号. */
const MERGED = /^(?=(?:并入|归入|并到|合并到|合并入)\s*(?:#|第)?\d)/
/** 发蓝色督办单. */
const PAPER =
  /^(?:下发|签发|发|出具?|下)(?:一?[份张])?\s*([蓝橙红]色?)?\s*(督办(?:通知)?单|工作催办单|催办单)/
/** 请农业科协办. */
const SUPPORTED = /^(?:请|由|让)?\s*/
const SUPPORTS = /^\s*(?:协办|配合)(?:办理|一下)?(?=$|[\s,;:。])/
/** 延三天: the same word as 延期, and for how long. */
const LENGTHENED =
  /^\s*(?:\d{1,3}|[一两二三四五六七八九十半]{1,3})\s*个?(?:工作日|天|日|周|月|星期|礼拜)/
/** 交给王强办理, 由金融科承办, 转金融科. */
const PASSED =
  /^(?:(?:交给|交由|转给|转交给?|分给|派给|改派给?|转)\s*|改?由\s*(?=\S{2,12}?(?:承办|办理|负责|牵头|主办)))/

/** What a number may lead to. */
interface House {
  registry: Registry
  directory: Directory
}

/** The same parts of a number within a week's batch, 48周2号; like one with its 号 it can be nothing else. */
function ofWeek(folded: string): string[] | undefined {
  const start = folded.length - folded.trimStart().length
  const length = weekNumberAt(folded.slice(start))
  if (length === undefined) return undefined
  const spelt = folded.slice(start, start + length)
  const gap = /^(?:的|[\s,:]*)/.exec(folded.slice(start + length))?.[0] ?? ''
  return [folded.slice(0, start + length + gap.length), spelt, '周', spelt, '号', gap]
}

/** The number at the beginning, and its parts. */
const partsAt = (folded: string): string[] | null => ofWeek(folded) ?? NUMBER.exec(folded)

/** The sentence with its number where a command expects it; the same where the number leads to nothing. */
export function numberBehindWord(sentence: Sentence, house: House): Sentence {
  const bare = numberedFrom(sentence.folded, 0) ? 0 : undefined
  if (bare === 0) return behind(sentence, 0, '', house)
  const [whole, plea = '', lead = ''] = LEAD.exec(sentence.folded)!
  if (!plea && !lead) return sentence
  if (!numberedFrom(sentence.folded, whole.length)) return sentence
  return behind(sentence, whole.length, plea, house)
}

const numberedFrom = (folded: string, from: number): boolean =>
  partsAt(folded.slice(from)) !== null && numbersMatter(folded.slice(from))

function behind(sentence: Sentence, from: number, plea: string, house: House): Sentence {
  const { folded } = sentence
  const [number = '', spelt, sign, , mark, gap] = partsAt(folded.slice(from))!
  const end = from + number.length
  const rest = folded.slice(end)
  const marked = sign !== undefined || mark !== undefined
  const apart = marked || gap !== ''
  const at = from + number.indexOf(spelt!)
  const put = (word: string, goesOn: number, then = ''): Sentence => {
    const turned = (text: string) =>
      `${plea}${word} ${text.slice(at, at + spelt!.length)} ${then}${text.slice(goesOn)}`
    return { ...sentence, raw: turned(sentence.raw), folded: turned(folded) }
  }
  if (rest.trim() === '') return marked && from === 0 ? put('查', end) : sentence
  const hit = house.registry.find(rest)
  if (DENIED.test(rest) && !(hit && saysNo(hit))) return sentence
  if (AFTER.test(rest)) return put('查', folded.length)
  if (GRADED.test(rest)) return put('同意', end)
  if (hit?.bare && hit.command.slots.matter) return put(hit.word, end)
  if (CHANGED.test(rest)) return put('改', end)
  if (MERGED.test(rest)) return put('并项', end)
  const paper = PAPER.exec(rest)
  if (paper) return put(paper[2]!, end + paper[0].length, paper[1])
  const supporter = supporterAt(sentence, end, house.directory)
  if (supporter) return put('协办', supporter.goesOn, supporter.name)
  if (hit?.word === '延' && LENGTHENED.test(rest.slice(hit.rest)))
    return put('延期', end + hit.rest)
  const labelled = apart ? LABELLED.exec(rest)?.[0].length : undefined
  if (labelled !== undefined) return put('报', end + labelled)
  if (hit?.command.slots.matter) {
    const after = rest.slice(hit.rest)
    const asks = hit.command.changes && askedIn(after) !== undefined
    const softer = softenedBy(after)
    const glued = /^\p{Script=Han}/u.test(after.slice(softer))
    // 办结了 tells that it was done; 报送, 完成初稿, 反馈意见 are no words of the house.
    const other = hit.word.length === 1 || REPORTS.has(hit.word)
    if (/^了/.test(after) && !asks && !other) return sentence
    if (!glued || asks || !other) return put(hit.word, end + hit.rest + softer)
  }
  const passed = PASSED.exec(rest)?.[0].length ?? 0
  const whom = passed > 0 ? namedAt(sentence, end + passed, house.directory) : undefined
  if (whom) return put(whom.kind === 'person' ? '分办' : '转办', end + passed)
  return apart && PROGRESS.test(rest) && !DONE.test(rest) ? put('报', end) : sentence
}

/** 请农业科协办: who supports, and where the sentence goes on. */
function supporterAt({ folded, ...sentence }: Sentence, from: number, directory: Directory) {
  const at = from + SUPPORTED.exec(folded.slice(from))![0].length
  const end = namedAt({ folded, ...sentence }, at, directory)?.end ?? at
  const word = end > at ? SUPPORTS.exec(folded.slice(end)) : null
  return word && { name: sentence.raw.slice(at, end), goesOn: end + word[0].length }
}

/** 不同意, 不准延: words of the house that say no by themselves. */
const saysNo = ({ word, command }: Hit): boolean =>
  word.startsWith('不') && command.slots.matter !== undefined

/** The matter a sentence begins with, and what is said of it; undefined where nothing is, or that it is not done. */
export function numberedAt(sentence: Sentence): { id: number; from: number } | undefined {
  // A week's number names no serial; it is looked up where a command reads it.
  if (ofWeek(sentence.folded)) return undefined
  const number = NUMBER.exec(sentence.folded)
  if (!number || !numbersMatter(sentence.folded)) return undefined
  const [whole, , sign, digits, mark, gap] = number
  const rest = sentence.folded.slice(whole.length)
  const apart = sign !== undefined || mark !== undefined || gap !== ''
  return apart && rest.trim() !== '' && !DENIED.test(rest)
    ? { id: Number(digits), from: whole.length }
    : undefined
}

/** Whether words claim that a thing is done. */
export const claimsDone = (words: string): boolean =>
  /(?:办结|办完|办妥|办好|完结|办理完毕|完成)/.test(words)

/** Words that as often begin a piece of progress: 完成初稿, 汇报材料已交, 反馈意见已收齐. */
const REPORTS = new Set(['完成', '汇报', '反馈', '进展'])
