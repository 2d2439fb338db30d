/** 调休: the unit's own word on a day, above every notice: a local festival, a weekend worked for a campaign. */
import { Declined } from '../declined.ts'
import type { Calendar, Override } from './calendar.ts'
import { addDays, type Day } from './day.ts'

/** How far ahead a unit arranges its own days. */
const FARTHEST = 731
const LONGEST_REASON = 30

/** The override that makes a day a working day or a day of rest. Declines what is past, needless, or without a reason. */
export function ownDay(wish: Override, today: Day, calendar: Calendar): Override {
  const { day, work, name = '' } = wish
  if (day < today) throw new Declined('E-DATE-1', '这一天已经过去，不能再登记调休。')
  if (day > addDays(today, FARTHEST))
    throw new Declined('E-DATE-2', '只登记两年以内的日期，请核对。')
  if (!name)
    throw new Declined('E-TEXT-2', '调休请写明理由。', [
      `登记 调休 ${day} ${work ? '上班' : '休息'} 年终决算`,
    ])
  if ([...name].length > LONGEST_REASON)
    throw new Declined('E-TEXT-3', `理由请控制在${LONGEST_REASON}字以内。`)
  if (calendar.isWorkday(day) === work)
    throw new Declined(
      'E-NOTICE-4',
      work ? '这一天本来就上班，不用登记。' : '这一天本来就休息，不用登记。',
    )
  return { day, work, name }
}
