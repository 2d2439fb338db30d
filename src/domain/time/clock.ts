/** Times of the day: 15:00, 下午三点半, 下班前, 今晚 (rules 1 and 11). */
import { minutesOf, type OfficeHours } from './hours.ts'
import { numberOf } from './numerals.ts'
import { matchAt, sticky } from './sticky.ts'

/** A time of day found: minutes after midnight in order of preference, more than one where each is as likely. */
export interface Clock {
  to: number
  minutes: readonly number[]
  /** With 前: the minute that leaves this part of the day out (下午前). */
  eve?: number
  /** Bare: neither a part of the day nor a full figure (10点). */
  bare?: true
  /** An hour was said, not only a part of the day. */
  hour?: true
  /** 上班前, 下班前: meant for a working day. */
  shift?: true
  /** The part of the day that a second hour shares (下午2点至4点). */
  part?: string
  /** No such time: the sentence that says so. */
  flaw?: string
}

const PART =
  '凌晨|清晨|清早|早晨|早上|一大早|大清早|一早|大早|上午|午前|中午|正午|午后|下午|傍晚|晚上|晚间|夜里|夜间|夜晚|半夜|深夜|午夜|早|晚|晨|夜'
const SHIFT = sticky('(上午|中午|下午|晚上|早上)?的?(上班|下班)(?!后|时间|途|高峰|族|以后|之后)')
const HOUR = sticky(
  `(${PART})?的?(?:(\\d{1,2}):(\\d{2})(?!\\d)(?::\\d{2})?|({d}|[零〇两])(?:点钟?|时(?![候间期段限代机常装差光]))(?:(半)|(整)|([一三1-3])刻钟?|({d})分?)?)(?![个多])`,
)
const ALONE = sticky(
  `(${PART})(?!班|饭|宴|餐)(?<![早晚晨夜](?=会|自习|高峰|市|日|稻|期|于|已|就|点|一点|些))`,
)
// 三点要求 is a list, not an hour.
const LISTED =
  /^(?:要求|意见|建议|想法|问题|措施|内容|经验|体会|说明|希望|认识|启示|不足|思考|安排|共识|是|都|也|儿|水|钱|用)/

/** 强调三点, 第三点: so does what stands before. */
const LISTING =
  /(?:第|强调|讲|谈|提|提出|注意|归纳|总结|概括|以下|下列|如下|做到|抓好|围绕|突出|把握|[这那前后有])(?:了|为|出|好)?$/

/** The time of day at a place of the folded text. */
export function clockAt(
  text: string,
  i: number,
  hours: OfficeHours,
  shared?: string,
): Clock | undefined {
  return shiftAt(text, i, hours) ?? hourAt(text, i, shared) ?? partAt(text, i, hours)
}

function shiftAt(text: string, i: number, hours: OfficeHours): Clock | undefined {
  const found = matchAt(SHIFT, text, i)
  if (!found) return undefined
  const [whole, part = '', which] = found
  const noon = part === '上午' || part === '中午'
  const clock =
    which === '下班' ? (noon ? hours.noon : hours.close) : part === '下午' ? hours.back : hours.open
  return { to: i + whole.length, minutes: [minutesOf(clock)], shift: true }
}

function hourAt(text: string, i: number, shared: string | undefined): Clock | undefined {
  const found = matchAt(HOUR, text, i)
  if (!found) return undefined
  const [whole, said, digits, past, word, half, , quarter, minute] = found
  const to = i + whole.length
  if (
    word === '一' &&
    said === undefined &&
    /[快慢多少早晚好大小高低有差重轻近远这那]/.test(text.charAt(i - 1))
  ) {
    return undefined
  }
  if (word !== undefined && LISTED.test(text.slice(to, to + 2)) && whole.endsWith('点'))
    return undefined
  if (said === undefined && /点$/.test(whole) && LISTING.test(text.slice(Math.max(0, i - 4), i)))
    return undefined
  const part = said ?? shared
  const hour = numberOf(digits ?? word ?? '')
  const late = half ? 30 : quarter ? 15 * (numberOf(quarter) ?? 0) : numberOf(past ?? minute ?? '0')
  if (hour === undefined || late === undefined) return undefined
  const flaw = `没有“${whole}”这个时间，请核对后重新填写。`
  if (late > 59 || hour > 24 || (hour === 24 && late > 0)) return { to, minutes: [], flaw }
  const whole24 = hoursMeant(part, hour, digits?.startsWith('0') === true)
  if (whole24.length === 0) return { to, minutes: [], flaw }
  const clock: Clock = { to, hour: true, minutes: whole24.map((each) => each * 60 + late) }
  if (part !== undefined) clock.part = part
  else if (hour <= 12 && !digits?.startsWith('0')) clock.bare = true
  return clock
}

/** Rule 11, as hours 0 to 24: none where the part of the day has no such hour, two where both are live. */
function hoursMeant(part: string | undefined, hour: number, full: boolean): number[] {
  if (part === undefined) return [hour >= 1 && hour <= 6 && !full ? hour + 12 : hour]
  if (/^(?:凌晨)/.test(part)) return hour <= 6 ? [hour] : hour === 12 ? [0] : []
  if (/^(?:半夜|深夜|午夜|夜里|夜间|夜晚|夜|晚)/.test(part)) {
    if (hour === 0 || hour === 12 || hour === 24) return [24]
    if (hour >= 17) return [hour]
    if (hour >= 5 && hour <= 11) return [hour + 12]
    return []
  }
  if (/^(?:中午|正午)/.test(part))
    return hour >= 11 && hour <= 14 ? [hour] : hour <= 2 ? [hour + 12] : []
  if (/^(?:下午|午后|傍晚)/.test(part)) {
    if (hour >= 12 && hour <= 20) return [hour]
    return hour >= 1 && hour <= 7 ? [hour + 12] : hour === 0 || hour > 20 ? [] : [hour, hour + 12]
  }
  return hour >= 5 && hour <= 12 ? [hour] : []
}

function partAt(text: string, i: number, hours: OfficeHours): Clock | undefined {
  const found = matchAt(ALONE, text, i)
  if (!found) return undefined
  const part = found[1] ?? ''
  const to = i + found[0].length
  const minute = (clock: string) => [minutesOf(clock)]
  if (/^(?:上午|午前)/.test(part)) {
    return { to, part, minutes: minute(hours.noon), eve: minutesOf(hours.open) }
  }
  if (/^(?:中午|正午)/.test(part)) return { to, part, minutes: minute(hours.noon) }
  if (/^(?:下午|傍晚)/.test(part)) {
    return { to, part, minutes: minute(hours.close), eve: minutesOf(hours.back) }
  }
  if (/^(?:午后)/.test(part))
    return { to, part, minutes: [...minute(hours.back), ...minute(hours.close)] }
  if (/^(?:晚|夜)/.test(part)) return { to, part, minutes: [24 * 60], eve: minutesOf(hours.close) }
  if (/^(?:午夜|半夜|深夜)/.test(part)) return { to, part, minutes: [24 * 60] }
  if (part === '凌晨') return { to, part, minutes: [0, 6 * 60] }
  return { to, part, minutes: minute(hours.open) }
}
