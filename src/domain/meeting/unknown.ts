/** 未识别: who is asked by a name that nobody of the house carries; he is marked, never guessed (F7). */
import type { Directory } from '../people/directory.ts'
import { mentionsIn, unquoted } from './mentions.ts'

export interface Unknown {
  names: string[]
  /** The stretches of the line that only name them. */
  spans: [from: number, to: number][]
}

const DUTY =
  '(?:具体|共同|总|分别|全面)?(?:牵头|主办|主责|抓总|负责|承办|配合|协办|协助)(?:负责|抓总|落实|办理|承办|推进)?(?!的|任|人)'
const NAMES = '@?\\p{Script=Han}{2,12}?(?:\\s*[、和与及]\\s*@?\\p{Script=Han}{2,12}?){0,4}'
const CLAUSE = '(?<=^|[，,；;。：:、\\s（(【\\[|｜—–])'

/** 由张三牵头: whatever stands there is asked. */
const ASKED = new RegExp(`${CLAUSE}(?:由|请|交由|责成)\\s*(${NAMES})\\s*(?:同志)?\\s*${DUTY}`, 'gu')
/** 张三负责…, 招商局牵头: only what looks like a name. */
const BEGINS = new RegExp(`${CLAUSE}(${NAMES})\\s*(?:同志)?\\s*${DUTY}`, 'gu')
/** 张三：…, 招商局：… at the head of a line. */
const HEADS = /^(\p{Script=Han}{2,12})\s*[:：]/gu
/** @张三, who is on no roster. */
const CALLED = /@(\p{Script=Han}{2,3}?)(?:同志)?(?=[\s，,；;。：:、]|$)/gu

/** Nobody's name: 各单位, 专人, 牵头单位. */
const NOBODY =
  /^(?:各|有关|相关|其他|牵头|责任|承办|主办|配合|对口|主管|分管|专人|专班$|所有|全体|谁|大家|双方|本|我|全|你|他|上述|以上|会议|局(?:领导|机关|党组)?$|领导|(?:单位|科室|部门|处室)(?:负责人)?$)/u
/** What begins a clause and is an adverb or a verb, though its first sign is a surname. */
const NO_NAME =
  /^(?:高度|高效|高位|全面|全程|全力|严格|严肃|方案|方可|应当|应急|安全|安排|时刻|时限|成立|任务|马上|常态|强化|专门|统一|具体|共同|分别|单独|于|和|向|从|经|连续|万|包括|包联|项目|查找|温度|水平|文件|支持|支部|解决|计划|成果|路线|路径|江苏|苏州|郑州|常州|徐州|金融|钱款|房屋|房产|石油|车辆|易|明确|宣传|宣讲|龙头|程序|管理|容易|古|曲|公|华|金额|向上|莫|白)/u
const OFFICE =
  /(?:局|委|委员会|办|办公室|科|处|室|中心|公司|集团|专班|院|所|厅|站|队|银行|协会|政府|街道|乡|镇|县|区)$/u
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边'

/** The names a line asks by that nobody of the house carries. */
export function unknownIn(text: string, directory: Directory): Unknown {
  const shown = unquoted(text)
  const found: Unknown = { names: [], spans: [] }
  const note = (hit: RegExpMatchArray, isName: (name: string) => boolean) => {
    const strange = tokensOf(hit[1] ?? '').filter(
      (name) => isName(name) && isStrange(name, directory),
    )
    if (strange.length === 0 || strange.some((name) => found.names.includes(name))) return
    found.names.push(...strange)
    found.spans.push(...spansOf(hit, strange))
  }
  for (const hit of shown.matchAll(ASKED)) note(hit, () => true)
  for (const hit of shown.matchAll(BEGINS)) note(hit, looksLikeName)
  for (const hit of shown.matchAll(HEADS)) note(hit, looksLikeName)
  for (const hit of shown.matchAll(CALLED)) note(hit, () => true)
  return found
}

/** What only names them: all of it, or beside one who is known their own part of the list. */
function spansOf(hit: RegExpMatchArray, strange: readonly string[]): Unknown['spans'] {
  const [from, to] = [hit.index ?? 0, (hit.index ?? 0) + hit[0].length]
  const all = tokensOf(hit[1] ?? '')
  if (strange.length === all.length) return [[from, to]]
  return strange.map((name) => {
    const start = from + hit[0].indexOf(name)
    const first = name === all[0]
    const last = name === all.at(-1)
    return [first ? from : start, last ? to : start + name.length]
  })
}

/** The names behind 责任单位： and the like that nobody carries. */
export const strangersIn = (words: string, directory: Directory): string[] =>
  tokensOf(words).filter(
    (name) => /^\p{Script=Han}{2,12}$/u.test(name) && isStrange(name, directory),
  )

const tokensOf = (words: string): string[] =>
  words
    .split(/\s*[、，,/／&]\s*|[和与及]|\s+/u)
    .map((name) => name.replace(/^@|同志$/gu, '').trim())
    .filter((name) => name !== '')

const isStrange = (name: string, directory: Directory): boolean =>
  !NOBODY.test(name) && mentionsIn(name, directory).length === 0

const looksLikeName = (name: string): boolean => {
  if (/^(?:由|请|交由|责成)/u.test(name)) return false
  return (
    OFFICE.test(name) || (name.length <= 3 && SURNAMES.includes(name[0]!) && !NO_NAME.test(name))
  )
}
