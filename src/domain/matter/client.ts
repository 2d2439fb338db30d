/** 首问负责: who is asked first takes the client in and follows until he is answered (domain.md ES1, ES5, B.6). */
import { Declined } from '../declined.ts'
import { withoutPhones } from '../guard/phone.ts'
import { guardScope } from '../guard/scope.ts'
import type { Directory } from '../people/directory.ts'
import type { Person, Unit } from '../people/person.ts'
import { belongs, heads, isSupervisor, speaksFor } from '../people/rights.ts'
import { type Act, type Birth, type Decision, notify } from './decision.ts'
import { type Level, type Matter, type NewMatter, untouched } from './matter.ts'
import { closers } from './review.ts'
import type { Client } from './sides.ts'
import { stepsAfter } from './steps.ts'
import type { Timetable } from './timetable.ts'
import { nextStep } from './transitions.ts'

/** The profile of the counter, and the middle part of its formal numbers. */
export const COUNTER = '窗口'

/** What the client wants, and who is to do it by when. */
export interface Intake {
  name: string
  phone: string | null
  /** In his words. */
  want: string
  lead: Unit
  /** Who answers for it by the duty list, if one does. */
  person: Person | null
  level: Level
  table: Timetable & { due: number }
  chat: string | null
  /** The matter whose handling he complains of. */
  complains: number | null
}

/** A firm is no private person: its name may stand in a title. */
const FIRM = /公司|企业|集团|厂|店|合作社|银行|协会|商会|学校|医院|中心|委员会|事务所|农场/

/** The client is taken in; the speaker is the first-asked person (首问责任人) and the lead unit has to contact the client the same day. */
export function receive(act: Act, intake: Intake): Birth {
  const { lead, person, table } = intake
  const want = withoutPhones(intake.want)
  guardScope(want)
  if (lead.head === null)
    throw new Declined('E-UNIT-2', `${lead.name}还没有登记负责人，请先由管理员补登。`)
  const client: Client = {
    name: intake.name,
    phone: intake.phone,
    firstAsked: act.by.id,
    contacted: null,
    answered: null,
    satisfied: null,
    complains: intake.complains,
  }
  const matter: NewMatter = {
    ...untouched,
    title: titleOf(intake.name, want),
    basis: null,
    source: COUNTER,
    origin: 'office',
    assigner: act.by.id,
    lead: lead.id,
    proposed: person?.id ?? null,
    handler: null,
    status: 'assigned',
    profile: COUNTER,
    level: intake.level,
    start: table.start,
    steps: table.steps,
    due: table.due,
    firstDue: table.due,
    provisional: table.provisional,
    said: null,
    client,
    follower: act.by.id,
    chat: intake.chat,
    created: act.at,
    changed: act.at,
  }
  const say = (id: number) => `${act.by.name}受理${id}号（${COUNTER}），请`
  return {
    matter,
    verb: '受理',
    text: matter.title,
    notices: ({ id }) => [
      ...notify(act, [lead.head], `${say(id)}签收，当天与服务对象联系。`, true),
      ...notify(
        act,
        [person?.id === lead.head ? null : person?.id],
        `${say(id)}当天与服务对象联系。`,
        true,
      ),
    ],
  }
}

/** What the matter is called: with the firm's name, without a private person's. */
function titleOf(name: string, want: string): string {
  if (FIRM.test(name))
    return /^(?:反映|咨询|申请|要求|投诉)/.test(want) ? `${name}${want}` : `${name}：${want}`
  return want.replace(/^(?:反映|称|来电称|来访称)[:：]?/, '')
}

/** 已联系: somebody of the lead unit, or the first-asked person, has spoken with the client. */
export function contact(matter: Matter, act: Act, words: string, directory: Directory): Decision {
  const client = clientOf(matter)
  onlyConcerned(matter, act, directory, '联系服务对象')
  if (client.contacted)
    throw new Declined(
      'E-INTAKE-3',
      `${matter.id}号已由${directory.name(client.contacted.by)}联系过服务对象。`,
    )
  const contacted = { by: act.by.id, at: act.at, text: withoutPhones(words) }
  return {
    matter: {
      ...matter,
      client: { ...client, contacted },
      steps: stepsAfter(matter.steps, 'contact', act.at),
      changed: act.at,
    },
    verb: '已联系',
    text: contacted.text,
    notices: [],
  }
}

/** 已答复: the client was told the result; from now on nobody has to follow it. */
export function answer(matter: Matter, act: Act, words: string, directory: Directory): Decision {
  const client = clientOf(matter)
  onlyConcerned(matter, act, directory, '答复服务对象')
  if (client.answered)
    throw new Declined(
      'E-INTAKE-3',
      `${matter.id}号已由${directory.name(client.answered.by)}答复过服务对象。`,
    )
  if (matter.status !== 'completed') {
    const { say, tries } = nextStep(matter, directory)
    throw new Declined('E-STATE-1', `${matter.id}号${say}，还没有结果，不能答复。`, tries)
  }
  const text = withoutPhones(words) || matter.refusal?.reply || matter.closing?.text || ''
  const answered = { by: act.by.id, at: act.at, text }
  const told = [matter.follower, ...closers(matter, directory).map((person) => person.id)]
  const say = `${act.by.name}已答复${matter.id}号服务对象：${text}`
  return {
    matter: {
      ...matter,
      client: { ...client, answered },
      follower: null,
      changed: act.at,
    },
    verb: '已答复',
    text,
    notices: notify(act, told, `${say}。待销号。`),
  }
}

/** Declines to strike off what the client has not been told of (D.2 row 12). */
export function refuseUntold(matter: Matter, directory: Directory): void {
  const { client, follower } = matter
  if (!client || client.answered) return
  const who = directory.name(follower ?? client.firstAsked)
  throw new Declined(
    'E-INTAKE-4',
    `${matter.id}号还没有答复服务对象，请先由首问责任人${who}答复，再销号。`,
    [`已答复 ${matter.id}`],
  )
}

/** The client; declines for a matter that has none. */
export function clientOf(matter: Matter): Client {
  if (matter.client) return matter.client
  throw new Declined('E-INTAKE-2', `${matter.id}号不是窗口受理的事项。`, [`查 ${matter.id}`])
}

/** First-asked, handler, head, or anybody of the lead unit. */
function onlyConcerned(matter: Matter, { by }: Act, directory: Directory, doing: string): void {
  const unit = directory.units.get(matter.lead)
  const named = [matter.follower, matter.client?.firstAsked, matter.handler, matter.proposed]
  const may =
    named.some((id) => typeof id === 'number' && speaksFor(by, id)) ||
    heads(by, unit) ||
    (unit !== undefined && belongs(by, unit)) ||
    isSupervisor(by)
  if (may) return
  const who = directory.name(matter.client?.firstAsked ?? null)
  throw new Declined(
    'E-RIGHT-2',
    `${matter.id}号请由首问责任人${who}或${unit?.name ?? '承办单位'}${doing}。`,
  )
}
