/** 例会的安排: who leads, which unit, which support it, who keeps it, what kind it is; in any order. */
import { Declined } from '../../domain/declined.ts'
import { type SeriesKind, seriesKinds } from '../../domain/meeting/series.ts'
import type { Person, Unit } from '../../domain/people/person.ts'
import { mentionAt, SIGN, wordsIn } from '../sentence.ts'
import { missing, type Reading, type Slot, type Span } from '../slot.ts'
import { text } from './words.ts'

/** What leads over to the new value: 秘书换成刘洋, 牵头：韩立峰. */
const TO = '\\s*(?:改为|改成|换成|换为|调整为|是|为)?\\s*:?\\s*'
const BEFORE = '(?:^|(?<=[\\s,;。、]))'

const LEADS = new RegExp(
  `${BEFORE}(?:牵头领导|牵头人|牵头|主持人|主持)(?!单位|科室|部门)${TO}`,
  'u',
)
const LED_BY =
  /(?:^|(?<=[\s,;。、]))由\s*([^\s,;。、]{2,10}?)\s*(?:同志)?(?:牵头|主持)(?!单位|科室|部门)/u
const UNIT = new RegExp(`${BEFORE}(?:牵头单位|牵头科室|牵头部门|主办单位)${TO}@?`, 'u')
const SECRETARY = new RegExp(`${BEFORE}(?:会议秘书|秘书)${TO}`, 'u')

/** 牵头 韩立峰: a person of the bureau or anybody else, as text. */
export const leading: Slot<string | null> = {
  label: '牵头',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const text = sentence.folded.slice(from, to)
    const by = LED_BY.exec(text)
    if (by) {
      const end = from + by.index + by[0].length
      const at = from + by.index + by[0].indexOf(by[1]!)
      return {
        value: named(wordsIn(sentence, at, at + by[1]!.length)),
        span: [from + by.index, end],
      }
    }
    const hit = LEADS.exec(text)
    const name = hit && /^[^\s,;。、]+/u.exec(text.slice(hit.index + hit[0].length))
    if (!hit || !name) return undefined
    const at = from + hit.index + hit[0].length
    const end = at + name[0].length
    return { value: named(wordsIn(sentence, at, end)), span: [from + hit.index, end] }
  },
  absent: () => null,
}

const named = (words: string): string => words.replace(/^@/, '')

/** 牵头单位 预算科. */
export const leadingUnit: Slot<Unit | null> = {
  label: '牵头单位',
  stands: 'anywhere',
  optional: true,
  read({ sentence, directory }, [from, to]) {
    const text = sentence.folded.slice(from, to)
    const hit = UNIT.exec(text)
    if (!hit) return undefined
    const rest = text.slice(hit.index + hit[0].length)
    const found = directory.unitAt(rest)
    const word = /^[^\s,;。、]*/u.exec(rest)?.[0] ?? ''
    if (!found) throw new Declined('E-UNIT-1', `没有“${word}”这个科室。`)
    const end = from + hit.index + hit[0].length + found.length
    return { value: found.unit, span: [from + hit.index, end] }
  },
  absent: () => null,
}

/** 秘书 刘洋. */
export const keptBy: Slot<Person | null> = {
  label: '秘书',
  stands: 'anywhere',
  optional: true,
  read(reading, [from, to]) {
    const hit = SECRETARY.exec(reading.sentence.folded.slice(from, to))
    if (!hit) return undefined
    const at = from + hit.index + hit[0].length
    const { person, length } = personStanding(reading, [at, to])
    return { value: person, span: [from + hit.index, at + length] }
  },
  absent: () => null,
}

function personStanding(reading: Reading, [from, to]: Span): { person: Person; length: number } {
  const { sentence, directory } = reading
  const mention = mentionAt(sentence, from)
  const known = mention && directory.byOpenId(mention.openId)
  if (known) return { person: known, length: SIGN }
  const text = sentence.folded.slice(from, to)
  const sign = text.startsWith('@') ? 1 : 0
  // 预算科王强, where two have the name.
  const house = mention ? undefined : directory.unitAt(text.slice(sign))
  const before = sign + (house?.length ?? 0)
  const hit = mention ? undefined : directory.personAt(text.slice(before))
  const [one, ...more] = hit?.people.filter((each) => !house || each.unit === house.unit.id) ?? []
  if (one && hit && more.length === 0) return { person: one, length: before + hit.length }
  const word = mention?.name ?? /^[^\s,;。、]*/u.exec(text)?.[0] ?? ''
  throw new Declined('E-PERSON-4', `名册中没有唯一的“${word}”，请写科室加姓名。`)
}

/** 类型 推进会. */
export const kindSaid: Slot<SeriesKind | null> = {
  label: '类型',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = new RegExp(`${BEFORE}(?:类型|类别)${TO}(${seriesKinds.join('|')})`, 'u').exec(
      sentence.folded.slice(from, to),
    )
    if (!hit) return undefined
    const start = from + hit.index
    return { value: hit[1] as SeriesKind, span: [start, start + hit[0].length] }
  },
  absent: () => null,
}

/** 遇休息日顺延, 遇节假日跳过. */
export const restDay: Slot<'顺延' | '跳过' | null> = {
  label: '遇休息日',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /(?:遇|逢)?(?:休息日|节假日|假日|放假)?\s*(顺延|跳过|不开)/u.exec(
      sentence.folded.slice(from, to),
    )
    if (!hit) return undefined
    const value = hit[1] === '顺延' ? '顺延' : '跳过'
    const start = from + hit.index
    return { value, span: [start, start + hit[0].length] }
  },
  absent: () => null,
}

/** 有第一议题, 不设第一议题. */
export const studySaid: Slot<boolean | null> = {
  label: '第一议题',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /(有|设|须有|需要|要求|无|没有|不设|不需要|不要求|取消)\s*第一议题/u.exec(
      sentence.folded.slice(from, to),
    )
    if (!hit) return undefined
    const start = from + hit.index
    return { value: !/^(?:无|没|不|取消)/.test(hit[1]!), span: [start, start + hit[0].length] }
  },
  absent: () => null,
}

/** The name of a new series: what no other part of the sentence has taken; so it is asked for last. */
export const newSeriesName: Slot<string> = {
  label: '名称',
  stands: 'anywhere',
  optional: false,
  read({ sentence }, [from, to]) {
    const words = wordsIn(sentence, from, to)
      .split(/[\s，,；;。、:：]+/u)
      .map((word) => word.replace(/^(?:名称|会议名称|叫)(?=.)|[“”"「」]/gu, ''))
      .filter(Boolean)
    const [name = '', ...more] = words
    if (more.length > 0 || name.length < 2 || name.length > 40) return undefined
    return { value: name, span: [from, to] }
  },
  absent: () => missing('名称'),
}

/** 学习……精神: what a 第一议题 studies; what says that there is none yet is not one. */
export const studySubject: Slot<string> = {
  ...text,
  label: '学习内容',
  async read(reading, span) {
    const found = await text.read(reading, span)
    const words = found?.value.replace(/^(?:第一议题|为|是|定为|:|：)\s*/u, '') ?? ''
    if (/^(?:还|尚|暂|目前|现在|仍)*(?:没|未|不|无|待定)/u.test(words))
      throw new Declined('E-MEETING-10', '第一议题请写明学习内容，台账未作变动。', [
        `第一议题 ${(reading.filled.series as { name: string }).name} 学习……精神`,
      ])
    return found && words ? { ...found, value: words } : undefined
  },
}
