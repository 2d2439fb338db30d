/** Who is to carry out what a line says: the first that leads, and those who support (one unit leads, domain.md D.2). */
import type { Directory } from '../people/directory.ts'
import { type Mention, mentionsIn, type Named, unquoted } from './mentions.ts'

export interface Executors {
  lead: Named | null
  supports: Named[]
  /** Namesakes among whom the lead has to be chosen. */
  namesakes: number[]
  /** The stretches of the line that only name them. */
  spans: Span[]
}

type Span = [from: number, to: number]
type Role = 'first' | 'lead' | 'support'

/** What a clause may begin with before the one it asks. */
const OPENER =
  /(?:^|[，,；;。：:、\s（(【[|｜—–])(?:\s*(?:由|请|交由|责成|安排|要求|督促|明确|确定|指定|让|烦请|会议要求))?\s*$/u
/** Whoever stands behind it is asked, wherever it stands: 融资需求由金融科对接. */
const ASKING = /(?:由|责成)\s*@?$/u
/** Another word ends right before the name: 市政府办公室 is not our 办公室, 局金融科 is our 金融科. */
const GLUED = /[\p{L}\p{N}](?<!财政局|[我本该]局|局)$/u
const ALONE = /(?:^|[，,；;。：:\s（(【[|｜—–])\s*$/u
const TOGETHER = /(?:会同|联合|协同|会商|商请?)\s*$/u
const HELPED = /配合\s*$/u
const FIRST_AFTER =
  /^\s*[（(]?\s*(?:具体|共同|总)?(?:牵头|主办|主责|抓总)(?!的)(?:负责|抓总|落实|办理|承办|推进|单位)?\s*[）)]?/u
const LEAD_AFTER =
  /^\s*[（(]?\s*(?:具体|分别|共同|全面)?(?:负责|承办|落实|办理)(?!的)(?:落实|办理|承办|推进)?\s*[）)]?/u
const SUPPORT_AFTER =
  /^\s*[（(]?\s*(?:积极|全力|共同|分别|予以|主动|按职责|做好)*(?:配合|协办|协助|协同|参与|参加|支持)(?!的)\s*[）)]?/u
/** Whose work something is that is spoken of; he is not the one who is asked. */
const SPOKEN_OF =
  /^\s*(?:的|关于|提交的|提出|汇报|反映|转来|来函|报来|制定的|起草的|上报的|牵头的|负责的|承办的|所报|介绍|通报了|工作群)/u
/** What somebody is asked to do, right behind his name. */
const ASKED = new RegExp(
  `^(?:[：:，,、\\s]|同志|$)*(?:要|应|须|需|务必|尽快|抓紧|立即|继续|认真|进一步|在|于|每|按|把|将|对|会同|联合|协同|与|做|报|制|完|梳|摸|汇|推|落|加|组|开|研|协|督|核|拟|起|提|出台|对接|走访|整|解|建|修|召|抓|确|跟|上|编|审|拨|兑|清|排|调|形|公|印|签|启|办|争|盯|细|明|测|筹|收|统|写|送|发|补|查|谋|主动|牵头|负责|带队|${'\\d{1,2}月'}|本周|下周|本月|下月|月底|年底|今天|明天)`,
  'u',
)
const ENDS = /^\s*(?:$|[，,；;。、）)\]】|｜\s])/u

/** The executors a line names. */
export function executorsIn(text: string, directory: Directory): Executors {
  const shown = unquoted(text)
  const found: { mention: Mention; role: Role; spans: Span[] }[] = []
  for (const mention of mentionsIn(text, directory)) {
    const before = shown.slice(0, mention.from)
    const after = shown.slice(mention.to)
    const helped = HELPED.test(before) && found.at(-1)?.role === 'support'
    const role = helped ? 'first' : roleOf(before, after, found.length > 0)
    if (!role) continue
    const spans = helped ? [[mention.from, mention.to] as Span] : spansOf(shown, mention, role)
    found.push({ mention, role, spans })
  }
  const asked = found.filter(({ mention }) => !mention.leaders)
  const leading =
    asked.find(({ role }) => role === 'first') ?? asked.find(({ role }) => role === 'lead')
  const [first, ...others] = leading?.mention.those ?? []
  const namesakes = first ? [] : (leading?.mention.namesakes ?? [])
  const rest = [...others, ...asked.flatMap((one) => (one === leading ? [] : one.mention.those))]
  return {
    lead: first ?? null,
    supports: rest.filter(
      ({ unit }, i) => unit !== first?.unit && rest.findIndex((one) => one.unit === unit) === i,
    ),
    namesakes,
    spans: found.flatMap(({ spans }) => spans),
  }
}

function roleOf(before: string, after: string, later: boolean): Role | undefined {
  if (SPOKEN_OF.test(after)) return undefined
  if (TOGETHER.test(before)) return 'support'
  const asking = ASKING.test(before)
  if (GLUED.test(before) && !asking && !OPENER.test(before)) return undefined
  if (FIRST_AFTER.test(after)) return 'first'
  if (SUPPORT_AFTER.test(after)) return 'support'
  if (LEAD_AFTER.test(after)) return 'lead'
  const begins = before.trim() === ''
  if (asking) return later ? 'support' : 'lead'
  if (OPENER.test(before) && !ALONE.test(before)) return 'lead'
  // A clause further on is somebody's only where he is told to do something.
  if (ALONE.test(before) && ASKED.test(after)) return later ? 'support' : 'lead'
  if (begins) return 'lead'
  if (/[（(【[\s|｜—–]$/u.test(before) && ENDS.test(after)) return later ? 'support' : 'lead'
  return undefined
}

/** What may be left out of the title: the name with its word, where it is a clause of its own or begins the line. */
function spansOf(text: string, mention: Mention, role: Role): Span[] {
  const before = text.slice(0, mention.from)
  const opener =
    /(?:(?:由|请|交由|责成|安排|要求|督促|明确|确定|指定|让|烦请|会同|联合|协同|会商|商请?)\s*@?|@)\s*$/u.exec(
      before,
    )?.[0] ?? ''
  const from = mention.from - opener.length
  const after = text.slice(mention.to)
  const word =
    (FIRST_AFTER.exec(after) ?? SUPPORT_AFTER.exec(after) ?? LEAD_AFTER.exec(after))?.[0] ?? ''
  const to = mention.to + word.length
  const rest = text.slice(to)
  const begins = /(?:^|[；;。])\s*$/u.test(text.slice(0, from))
  const whole =
    /(?:^|[，,；;。、：:（(【[\s|｜—–])\s*$/u.test(text.slice(0, from)) && ENDS.test(rest)
  if (whole) return [[from, to]]
  if (role === 'support' && opener.trim() !== '') return [[from, to]]
  if (!begins || text.slice(0, from).trim() !== '') return []
  const modal = /^\s*(?:[：:，,、]|要|应当?|须|需要?)*\s*/u.exec(rest)?.[0].length ?? 0
  return [[from, to + modal]]
}
