import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { readDeadline } from '../../../src/domain/time/deadline.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { countedBy, saidIn } from '../../../src/domain/time/said.ts'
import { rows } from './deadline.golden.ts'

const calendar = calendarOf(notices)
const momentOf = (ref: string) => Date.parse(`${ref.replace(' ', 'T')}:00+08:00`)
const dates = Object.values(rows)
  .flat()
  .flatMap(({ ref, text }) => {
    const found = readDeadline(text, momentOf(ref), { calendar })
    return found.kind === 'ok' ? [{ ref, text, found }] : []
  })

describe('the words kept beside a date', () => {
  test('say the same moment alone as they did in their sentence, for every date of the golden table', () => {
    expect(dates.length).toBeGreaterThan(400)
    const lost = dates.filter(({ ref, text, found }) => {
      const said = saidIn(text, found, momentOf(ref), { calendar })
      return said === undefined || countedBy(said, calendar)?.due !== found.due
    })
    expect(lost.map(({ ref, text }) => `${ref} ${text}`)).toEqual([])
  })

  test('are the phrase, without what was to be done', () => {
    const at = momentOf('2026-11-23 09:00')
    const of = (text: string) => {
      const found = readDeadline(text, at, { calendar })
      return found.kind === 'ok' ? saidIn(text, found, at, { calendar })?.text : undefined
    }
    expect(of('请预算科5个工作日内报送自评报告')).toBe('5个工作日内')
    expect(of('12月5日前报送')).toBe('12月5日前')
    expect(of('三天完成初稿')).toBe('三天完成初稿')
  })

  test('are counted anew by a calendar that knows more', () => {
    const at = momentOf('2026-12-28 09:00')
    const said = { text: '5个工作日内', at }
    expect(countedBy(said, calendar)).toEqual({
      due: momentOf('2027-01-05 18:00'),
      provisional: true,
    })
    const of2027 = {
      year: 2027,
      doc: '',
      dated: '2026-11-05',
      off: [['元旦', '2027-01-01', '2027-01-04']],
      work: [],
    } as const
    expect(countedBy(said, calendarOf([...notices, of2027]))).toEqual({
      due: momentOf('2027-01-06 18:00'),
      provisional: false,
    })
  })
})
