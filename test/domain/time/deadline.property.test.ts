import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { dayOf } from '../../../src/domain/time/day.ts'
import { readDeadline } from '../../../src/domain/time/deadline.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { rows } from './deadline.golden.ts'

const calendar = calendarOf(notices)
const words = [
  ...'0123456789一二两三四五六七八九十廿卅半年月日号周天前后内底末初中旬上下本今明每隔第个点时分刻至到-/.:：、，。（）《》限起止节假 \n',
  '工作日 星期 礼拜 小时 分钟 季度 半年 春节 国庆 元旦 除夕 正月 腊月 下班前 上班前 上午 下午 晚上 之前 以内 截止 最迟 左右 大概 收到通知后 即日起 最后一个 尽快 几天 报送 完成 会议 的'.split(
    ' ',
  ),
].flat()
const phrase = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(''))
const said = fc.oneof(
  phrase,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(...Object.values(rows).flatMap((table) => table.map(({ text }) => text))),
  fc.tuple(phrase, phrase).map(([one, other]) => `请${one}报送材料${other}`),
)
const instant = fc
  .integer({ min: Date.parse('2019-01-01'), max: Date.parse('2030-12-31') })
  .map((at) => at - (at % 60_000))

describe('whatever is said, at whatever time', () => {
  test('the reader answers, never with a moment that is past', () => {
    fc.assert(
      fc.property(said, instant, (text, now) => {
        const reading = readDeadline(text, now, { calendar })
        if (reading.kind === 'ok') expect(reading.due).toBeGreaterThan(now)
        if (reading.kind === 'ask') {
          for (const { due } of reading.candidates) expect(due).toBeGreaterThan(now)
        }
        if (reading.kind === 'recur') {
          const [first, second, third] = reading.next
          expect(now < first && first < second && second < third).toBe(true)
        }
        if (reading.kind === 'reject') expect(reading.say).toMatch(/。$/)
      }),
      { numRuns: 4000 },
    )
  })

  test('the phrase lies in the text, and the rest is what stands around it', () => {
    const letters = (text: string) => text.replace(/[\s，,、;；:：()（）[\]【】〔〕。.!！?？]/g, '')
    fc.assert(
      fc.property(said, instant, (text, now) => {
        const reading = readDeadline(text, now, { calendar })
        if (!('span' in reading) || !reading.span) {
          expect(letters(reading.rest)).toBe(letters(text))
          return
        }
        const [from, to] = reading.span
        expect(0 <= from && from < to && to <= text.length).toBe(true)
        expect(letters(reading.rest)).toBe(letters(text.slice(0, from) + text.slice(to)))
        expect(reading.rest).toBe(reading.rest.trim())
      }),
      { numRuns: 4000 },
    )
  })

  test('the day of a settled moment is off exactly when the office does not work', () => {
    fc.assert(
      fc.property(said, instant, (text, now) => {
        const reading = readDeadline(text, now, { calendar })
        // 24:00 belongs to the day that ends with it.
        if (reading.kind !== 'ok') return
        const days = [dayOf(reading.due), dayOf(reading.due - 1)]
        expect(days.some((day) => calendar.isWorkday(day) === !reading.offDay)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('a title beside a deadline changes neither the deadline nor what is left', () => {
    const now = Date.parse('2026-11-24T10:00:00+08:00')
    const titles = (rows.mentions ?? []).map(({ text }) => text)
    for (const said of ['12月4日前', '周五前', '3个工作日内', '月底前', '24小时内', '明天下班前']) {
      const alone = readDeadline(said, now, { calendar })
      for (const title of titles) {
        for (const [text, rest] of [
          [`${title}，${said}报送`, `${title}，报送`],
          [`请王强${said}把${title}送来`, `请王强把${title}送来`],
          [`${title}（${said}）`, title],
          [`请于${said}完成${title}`, `请完成${title}`],
        ] as const) {
          const reading = readDeadline(text, now, { calendar })
          expect([text, reading]).toMatchObject([text, { kind: 'ok', rest }])
          expect([text, 'due' in reading && reading.due]).toEqual([
            text,
            'due' in alone && alone.due,
          ])
        }
      }
    }
  })

  test('long texts of nothing but times are answered', () => {
    for (const piece of [
      '11月',
      ' ',
      '每周',
      '周一至',
      '12月5日前，',
      '1-',
      '国庆',
      '《',
      '十',
      '\n',
    ]) {
      const text = piece.repeat(Math.ceil(20_000 / piece.length))
      expect(
        readDeadline(text, Date.parse('2026-11-24T10:00:00+08:00'), { calendar }),
      ).toBeDefined()
    }
  })

  test('a deadline at the end of a long text is found where it stands', () => {
    const text = `${'各单位要提高认识。'.repeat(600)}请于12月4日前报送。`
    const reading = readDeadline(text, Date.parse('2026-11-24T10:00:00+08:00'), { calendar })
    expect(reading).toMatchObject({ kind: 'ok', due: Date.parse('2026-12-04T18:00:00+08:00') })
    expect('span' in reading && reading.span && text.slice(...reading.span)).toBe('于12月4日前')
  })
})
