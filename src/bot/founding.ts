/** 例会 新建: a series is made, its first pack planned, and what clashes with it told. */
import { Declined } from '../domain/declined.ts'
import type { Supporter } from '../domain/matter/support.ts'
import { nothingPrepared } from '../domain/meeting/preparation.ts'
import {
  clashing,
  kindIn,
  nextMeeting,
  type Series,
  type SeriesKind,
} from '../domain/meeting/series.ts'
import type { Person, Unit } from '../domain/people/person.ts'
import { isAdmin, isSecretary, isSupervisor } from '../domain/people/rights.ts'
import type { Recurrence } from '../domain/time/recurrence.ts'
import { whenSaid } from '../views/words.ts'
import { planPack } from './meeting.ts'
import { recordSeries } from './record.ts'
import type { Reply } from './reply.ts'
import type { Spoken } from './turn.ts'

/** What a sentence told of the series to be. */
export interface Wish {
  name: string | null
  rule: Recurrence | null
  leader: string | null
  unit: Unit | null
  support: Supporter[]
  secretary: Person | null
  kind: SeriesKind | null
  rest: Series['restDay'] | null
  study: boolean | null
}

/** Makes the series. Declines who may not, a name that is taken, and one without anybody who leads. */
export async function foundSeries(turn: Spoken, wish: Wish): Promise<Reply> {
  const { store, now, calendar, actor } = turn
  const { name, rule, leader } = wish
  if (!isSecretary(actor) && !isSupervisor(actor) && !isAdmin(actor))
    throw new Declined('E-RIGHT-1', '新建例会由会议秘书、督查室、管理员办理。', ['例会'])
  if (!name || !rule)
    throw new Declined('E-SAY-1', '新建例会请写明名称、每周几几点和牵头领导。', [
      '例会 新建 重点项目调度会 每周三9:00 牵头 韩立峰',
    ])
  const list = await store.meetings.list()
  if (list.some((one) => one.name === name))
    throw new Declined('E-MEETING-1', `已有“${name}”。`, ['例会'])
  const kind = wish.kind ?? kindIn(name)
  if (leader === null && wish.unit === null)
    throw new Declined('E-SAY-1', '新建例会请写明牵头领导或牵头单位。', [
      `例会 新建 ${name} 每周三9:00 牵头 韩立峰`,
    ])
  const bare: Series = {
    id: await store.meetings.nextId(),
    name,
    kind,
    rule,
    leader: leader ?? '',
    unit: wish.unit?.id ?? null,
    support: wish.support.map((one) => one.unit.id),
    secretary: (wish.secretary ?? actor).id,
    chat: turn.place.startsWith('g:') ? turn.place.slice(2) : null,
    held: 0,
    restDay: wish.rest ?? '顺延',
    study: wish.study ?? (kind === '党组会议' || kind === '中心组学习'),
    off: [],
    extra: [],
    prepared: nothingPrepared,
    ended: false,
    rev: 0,
    head: '',
  }
  const back = { what: 'series', id: bare.id } as const
  const born = await recordSeries(turn, bare, { verb: '新建例会', text: name, back })
  await store.meetings.add(born)
  await planPack(turn, born)
  const next = nextMeeting(born, now, calendar)
  const other = clashing(born, list, now, calendar)
  const clash = other ? `与“${other.name}”同时，请留意。` : ''
  const first = born.study ? '须有第一议题。' : ''
  return {
    line: `已新建“${name}”（${kind}），下次 ${whenSaid(next, now, calendar)}。${first}${clash}10分钟内可说“撤销”。`,
  }
}
