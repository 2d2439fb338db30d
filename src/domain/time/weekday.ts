/** 周五、下周三、本星期日 (rule 7: weeks start on Monday). */
import { addDays, weekdayOf } from './day.ts'
import { gapBefore } from './fold.ts'
import type { Frame } from './frame.ts'
import type { Core } from './sense.ts'
import { matchAt, sticky } from './sticky.ts'

/** The source of a pattern for a weekday's number word. */
export const WEEKDAY = '[一二三四五六日天]'

const NAMED = sticky(
  `(本|这个?|当|下下下个?|下下个?|下个?|下一个?|上上个?|上个?)?(?:周|星期|礼拜)的?(?:周|星期|礼拜)?(?:(${WEEKDAY})|([1-7])(?![\\d.\\-/月日号个天年:点周]))`,
)
const SECOND = sticky(`[、,和]?(${WEEKDAY})(?![百十天个次点时刻])`)
const NONE = sticky('(?:周|星期|礼拜)[七八九十](?![一二三四五六七八九十年月岁])')

// 周一鸣 is a person: characters of given names that begin no word said after a weekday.
const NAME =
  '鸣丰凡民新元华强国伟杰文飞龙涛辉波斌宇浩然帆航远山川海洋江河林森松柏梅兰竹菊军勇刚毅峰岭岩石磊鑫金银铜铁玉珍珠琳琪瑶瑜慧敏静淑贞娟娜丽莉萍萱芳芬芸英莹颖楠桐桂树枫榕阳晨曦旭昕昊昱晓亮光耀祥瑞福禄寿喜庆贺嘉佳宁安康健博渊源泉溪润泽清澜雨雪霜云霞虹星辰轩宸睿哲思齐贤良善德仁义礼智信诚忠孝恒彬彪豪雄威武胜凯旋翔鹏鹤鸿雁燕莺凤凰麟骏驰骋骥平围亭仙佛娃妹妞姐哥弟爷奶叔伯姑姨婶嫂公婆'

const SHIFT: Readonly<Record<string, number>> = {
  本: 0,
  这: 0,
  当: 0,
  下: 1,
  下下: 2,
  下下下: 3,
  上: -1,
  上上: -2,
  下一: 1,
}

/** The number, 1 to 7, of a weekday's word. */
export function weekdayNumber(word: string): number {
  return /^\d$/.test(word) ? Number(word) : '一二三四五六日'.indexOf(word.replace('天', '日')) + 1
}

/** A weekday of this or another week; bare, the next one whose moment is still ahead. */
export function namedWeekday(frame: Frame, i: number): Core | undefined {
  const { text, today } = frame
  const none = matchAt(NONE, text, i)
  if (none) {
    const say = `没有“${none[0]}”这一天，请写明周一至周日中的一天。`
    return { to: i + none[0].length, sense: { is: 'flaw', reason: 'invalid', say } }
  }
  const found = matchAt(NAMED, text, i)
  if (!found) return undefined
  const [whole, week, word, digit] = found
  const first = weekdayNumber(word ?? digit ?? '')
  // 周六日 ends on Sunday; the second figure of 周三一早 belongs to what follows.
  const pair = matchAt(SECOND, text, i + whole.length)
  const second = pair ? weekdayNumber(pair[1] ?? '') : 0
  const number = second > first ? second : first
  const to = i + whole.length + (second > first ? (pair?.[0].length ?? 0) : 0)
  const monday = addDays(today, 1 - weekdayOf(today))
  if (week !== undefined) {
    const shift = SHIFT[week.replace(/个$/, '')] ?? 0
    return { to, sense: { is: 'day', days: [addDays(monday, 7 * shift + number - 1)] } }
  }
  if (
    !gapBefore(frame, i) &&
    /[\d〇一二两三四五六七八九十每隔单双几第半百]/.test(text.charAt(i - 1))
  )
    return undefined
  if (whole.startsWith('周') && !gapBefore(frame, to) && NAME.includes(text.charAt(to) || ' '))
    return undefined
  if (/^(?:次|[天日]报(?!送|告|备|名|批|审|上)|期|岁|年)/.test(text.slice(to - 1, to + 3).slice(1)))
    return undefined
  const ahead = (number - weekdayOf(today) + 7) % 7
  const days = [addDays(today, ahead), addDays(today, ahead + 7)]
  return { to, sense: ahead === 0 ? { is: 'day', days, today: true } : { is: 'day', days } }
}
