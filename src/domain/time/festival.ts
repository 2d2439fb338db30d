/** Festivals: 国庆前, 节前, 年前, 春节后第3个工作日, 节后 (rule 9). */
import { type Amount, amountAt } from './amount.ts'
import { type Block, blockOf, blocksAround, isClose } from './block.ts'
import { isYear, yearNamed } from './date.ts'
import { addDays, type Day, instantAt } from './day.ts'
import { gapBefore } from './fold.ts'
import type { Frame } from './frame.ts'
import { monthOf } from './month.ts'
import { isNear, noSuchDay } from './nearest.ts'
import { numberOf } from './numerals.ts'
import { counted } from './period.ts'
import type { Core, Flaw, Sense } from './sense.ts'
import { type Festival, festivalDay } from './statutory.ts'
import { matchAt, sticky } from './sticky.ts'
import { addWorkdays } from './workdays.ts'

const NAME = sticky(
  '(?:(\\d{4}|二[〇零][〇零一二三四五六七八九]{2}|今|明|本|去)年的?)?(?:(元旦)节?|(春节|新春佳节|过年|大年(?=前|后))|(清明)节?|(五一(?:国际)?(?:劳动)?|劳动节)节?|(端午)节?|(中秋)节?|(国庆|十一国庆|十一(?=之?前|之?后|以[前后]|节|长假|小?长?假|放假|当[天日])|双节(?=前|后))节?)((?:小?长假|假期|假日|放假|假)?)',
)
const ANY = sticky(
  '(?:(节日?|放假|假期|小?长假|节假日)|(年))(?=之?前|以前|之?后|以后)(?!前[往期台]|[之以]?后[续勤])',
)
const BEFORE = sticky('(?:之|以)?前(?!后|往|来|去|夕|期|台|半)(?:的?最后(?:一|1)个?工作日)?')
const COUNTED_BEFORE = sticky(
  '(?:之|以)?前(?:的?第?{n}个?(?:工作日|天|周|星期|日)|[一1][天周日]|[几两]天|最后(?:一|1)?[天日])',
)
const AROUND = sticky('前后|前夕|左右')
const AFTER = sticky('(?:之|以|收假|结束|上班)?后(?!续|勤|台|备|方|面|边|天)的?(?:上班)?(?:的)?')
const NTH = sticky('(?:第({n})|(首|头一?))个?(?:工作日|上班日)|(?:上班)?(?:第[一1]|首)[天日]')
const ON = sticky('(?:当[天日]|那天|这天)')
const WITHIN = sticky('(?:之|以)?内(?!部|容)')
const ORDER: readonly Festival[] = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆']

/** The day, or the question, that a festival with what follows it names; a mere mention is none. */
export function festival(frame: Frame, i: number): Core | undefined {
  const { text } = frame
  const found = matchAt(NAME, text, i)
  if (found) {
    const index = found.slice(2, 9).findIndex((each) => each !== undefined)
    if (index < 0 || /[双二三四五六七八九第]/.test(text.charAt(i - 1))) return undefined
    const name = ORDER[index] as Festival
    const twin = found[0].endsWith('双节') ? twins(frame, i + found[0].length, found[1]) : undefined
    if (twin) return twin
    return around(frame, i + found[0].length, () => blocksNamed(frame, name, found[1]), name)
  }
  const any = matchAt(ANY, text, i)
  if (!any || (!gapBefore(frame, i) && partOfWord(text, i))) return undefined
  const to = i + any[0].length
  if (any[2]) return around(frame, to, () => blocksNamed(frame, '春节', undefined), '春节')
  const blocks = blocksAround(frame.today, frame.calendar)
  const next = blocks.findIndex((block) => closing(frame, block.eve) > frame.now)
  const [block, second] = blocks.slice(next)
  const before = matchAt(BEFORE, text, to)
  if (before && block && isClose(block, second)) {
    const days = [block.eve, second?.eve ?? block.eve]
    const reason = `${block.festival}和${second?.festival}相近，请选定是哪个节前。`
    return { to: to + before[0].length, sense: { is: 'several', days, reason } }
  }
  if (before) return around(frame, to, () => (block ? [block] : []), block?.festival ?? '元旦')
  // 节后 counts from the block that is running or comes next.
  const running = blocks.find(({ last }) => last >= frame.today)
  return around(frame, to, () => (running ? [running] : []), running?.festival ?? '元旦')
}

/** 双节前 where 中秋 and 国庆 are two blocks: either may be meant. */
function twins(frame: Frame, i: number, year: string | undefined): Core | undefined {
  const before = matchAt(BEFORE, frame.text, i)
  const [national] = blocksNamed(frame, '国庆', year)
  const [autumn] = blocksNamed(frame, '中秋', year)
  if (!before || !national || !autumn || autumn.eve >= national.eve || autumn.eve < frame.today)
    return undefined
  const reason = '中秋和国庆分开放假，请选定是哪个节前。'
  const days = [autumn.eve, national.eve]
  return { to: i + before[0].length, sense: { is: 'several', days, reason } }
}

function partOfWord(text: string, i: number): boolean {
  return (
    /[\d〇一二两三四五六七八九十半几多近今明去本当后前学常青少成往历每环季情章细关调礼音枝名气佳使小过当末百]/.test(
      text.charAt(i - 1),
    ) && !/过[节年]/.test(text.slice(i - 1, i + 1))
  )
}

function closing(frame: Frame, day: Day): number {
  return instantAt(day, frame.hours.close)
}

function blocksNamed(
  { today, calendar }: Frame,
  name: Festival,
  year: string | undefined,
): Block[] {
  const now = monthOf(today).year
  if (year !== undefined) {
    const named = yearNamed(year, now)
    return isYear(named) ? [blockOf(name, named, calendar)] : []
  }
  return [now, now + 1]
    .filter((each) => each === now || isNear(today, festivalDay(name, each)))
    .map((each) => blockOf(name, each, calendar))
}

function around(
  frame: Frame,
  i: number,
  blocksOf: () => readonly Block[],
  name: Festival,
): Core | undefined {
  const { text } = frame
  const on = matchAt(ON, text, i)
  const about = matchAt(AROUND, text, i)
  if (about) return { to: i + about[0].length, sense: nearby(frame, blocksOf()) }
  const earlier = on ? null : matchAt(COUNTED_BEFORE, text, i)
  const before = (on ?? earlier) ? null : matchAt(BEFORE, text, i)
  const after = (on ?? earlier ?? before) ? null : matchAt(AFTER, text, i)
  const found = on ?? earlier ?? before ?? after
  if (!found) return undefined
  const to = i + found[0].length
  const blocks = blocksOf()
  const [block] = blocks
  if (!block) return { to, sense: noSuchDay(`${name}${found[0]}`) }
  if (after) return behindBlock(frame, to, blocks)
  if (on) {
    const days = blocks.map(({ first }) => festivalDay(name, monthOf(addDays(first, 8)).year))
    return { to, sense: { is: 'day', days } }
  }
  if (before) {
    const live = blocks.filter(({ eve }) => eve >= frame.today)
    const days = (live.length > 0 ? live : blocks).map(({ eve }) => eve)
    const through = live[0]?.first ?? block.first
    return { to, sense: { is: 'day', days, period: true, fixed: true, through } }
  }
  const days = blocks.slice(-1).flatMap(({ eve, first }) => [addDays(first, -7), eve])
  return { to, sense: { is: 'several', days, reason: '节前的天数怎样算有不同理解，请选定日期。' } }
}

function nearby({ calendar }: Frame, blocks: readonly Block[]): Sense {
  const days = blocks.slice(-1).flatMap(({ eve, last }) => [eve, addWorkdays(last, 1, calendar)])
  return { is: 'several', days, reason: '时间只是约数，请选定节前还是节后。' }
}

function behindBlock(frame: Frame, i: number, blocks: readonly Block[]): Core {
  const { text, calendar } = frame
  const ordinal = matchAt(NTH, text, i)
  if (ordinal) {
    const n = numberOf(ordinal[1] ?? '一') ?? 1
    const days = blocks.map(({ last }) => addWorkdays(last, Math.min(n, 200), calendar))
    return { to: i + ordinal[0].length, sense: { is: 'day', days, period: true } }
  }
  const amount = amountAt(text, i)
  const within = amount ? matchAt(WITHIN, text, amount.to) : null
  if (!amount || !within) return { to: i, sense: afterOnly }
  const days = blocks.flatMap(({ last }) => endOf(frame, last, amount))
  const to = amount.to + within[0].length
  return { to, sense: days.length > 0 ? { is: 'day', days, period: true } : afterOnly }
}

function endOf(frame: Frame, base: Day, amount: Amount): readonly Day[] {
  const sense = counted(frame, base, amount, true)
  return sense.is === 'day' ? sense.days : []
}

/** The refusal of 节后 and 年后 without a count. */
const afterOnly: Flaw = {
  is: 'flaw',
  reason: 'vague',
  say: '“节后”没有确定的日期，请写明，例如“节后第3个工作日”。',
}
