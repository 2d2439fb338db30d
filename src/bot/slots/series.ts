/** 例会: a meeting series by its name or the beginning of it. */
import { Asked, type Declined } from '../../domain/declined.ts'
import type { Series } from '../../domain/meeting/series.ts'
import { wordsIn } from '../sentence.ts'
import { missing, type Reading, type Slot } from '../slot.ts'

/** 重点项目, 重点项目建设, 重点项目建设周例会 name the same series; in its own group the name may be left out. */
export const series: Slot<Series> = {
  label: '例会名称',
  stands: 'at',
  optional: false,
  async read(reading, [from, to]) {
    const rest = reading.sentence.folded.slice(from, to)
    const all = await reading.store.meetings.list()
    const whole = all
      .flatMap((one) => namesOf(one).map((name) => ({ one, name })))
      .filter(({ name }) => rest.startsWith(name))
      .sort((a, b) => b.name.length - a.name.length)[0]
    if (whole) return { value: whole.one, span: [from, from + whole.name.length] }
    const word = /^[^\s，,：:]+/.exec(rest)?.[0] ?? ''
    const near = word.length < 2 ? [] : all.filter((one) => one.name.startsWith(word))
    if (near.length > 1) throw several(near, word, reading, from)
    return near[0] && { value: near[0], span: [from, from + word.length] }
  },
  absent: () => missing('例会名称'),
}

/** The same; without a name, the meeting whose group one is in. */
export const seriesHere: Slot<Series | null> = { ...series, optional: true, absent: () => null }

/** A series named first, or anywhere behind other words: 改例会 周二14:30 服务企业. */
export const seriesAnywhere: Slot<Series> = {
  ...series,
  stands: 'anywhere',
  async read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    const all = await reading.store.meetings.list()
    const [first] = all
      .flatMap((one) => namesOf(one).map((name) => ({ one, name, at: text.indexOf(name) })))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.name.length - a.name.length)
    if (!first) return series.read(reading, [from, to])
    const start = from + first.at
    return { value: first.one, span: [start, start + first.name.length] }
  },
}

/** The same; without a name, the meeting whose group one is in. */
export const seriesAnywhereHere: Slot<Series | null> = {
  ...seriesAnywhere,
  optional: true,
  absent: () => null,
}

/** A series named as a word of its own: 报议题 鑫源公司用地 到服务企业周例会; inside other words it is only text. */
export const seriesApart: Slot<Series | null> = {
  ...series,
  stands: 'anywhere',
  optional: true,
  absent: () => null,
  async read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    const [first] = (await reading.store.meetings.list())
      .flatMap((one) =>
        namesOf(one).flatMap((name) => {
          const apart = new RegExp(
            `(?<=^|[\\s,，;；。:：])(?:给|到|至|在|向|上|提交|提交到)?${name}(?:上|研究|讨论)?(?=$|[\\s,，;；。:：])`,
            'u',
          ).exec(text)
          return apart ? [{ one, at: apart.index, length: apart[0].length }] : []
        }),
      )
      .sort((a, b) => b.length - a.length)
    if (!first) return undefined
    return { value: first.one, span: [from + first.at, from + first.at + first.length] }
  },
}

function namesOf(one: Series): string[] {
  const short = one.name.replace(/(?:周)?(?:例会|推进会|会议)$/, '')
  return short && short !== one.name ? [one.name, short] : [one.name]
}

function several(near: Series[], word: string, reading: Reading, from: number): Asked | Declined {
  const { sentence } = reading
  const choices = near.slice(0, 5).map((one) => ({
    label: one.name,
    say: `${wordsIn(sentence, 0, from)} ${one.name} ${wordsIn(sentence, from + word.length)}`.trim(),
  }))
  return new Asked('E-MEETING-2', `有${near.length}个例会以“${word}”开头，请选择：`, choices)
}
