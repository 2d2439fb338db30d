/** 交办: a leader, the 督查室, or a head inside his own unit puts a matter into the ledger. */
import {
  anyway,
  basis,
  bear,
  command,
  Declined,
  dueUnlessRuled,
  either,
  heads,
  leaders,
  recipient,
  refuseTwice,
  rule,
  ruleBySource,
  type Spoken,
  supervisors,
  supportersBehind,
  supportersNamed,
  text,
  urgency,
} from '../src/bot/index.ts'
import { assign } from '../src/domain/matter/assign.ts'
import { OWN_DATE, profileOf } from '../src/domain/matter/profiles.ts'
import { supporterName } from '../src/domain/matter/support.ts'
import { timetableOf } from '../src/domain/matter/timetable.ts'
import { nextMeeting } from '../src/domain/meeting/series.ts'
import { timetableSaid } from '../src/views/timetable.ts'

export default command({
  name: '交办',
  aliases: ['派', '派单', '布置'],
  about: '办理',
  summary: '把一件事交给科室或个人，写明时限，或写“按13710”等规则',
  says: ['{to} {others} {title} {still} {urgent} {rule} {due} {supporters} {basis}'],
  slots: {
    to: recipient,
    others: supportersBehind,
    title: text,
    still: anyway,
    urgent: urgency,
    rule,
    supporters: supportersNamed,
    due: dueUnlessRuled,
    basis,
  },
  who: either(leaders, supervisors, heads),
  examples: [
    '交办 预算科 报送三季度预算绩效自评报告 12月15日前',
    '交办 金融科 摸排上市后备企业融资需求 12月18日前 协办 预算科、国库科',
    '交办 @李娜 报送问题楼盘化解方案 2026-12-18 17:00前 依据 局党组2026-18号',
    '交办 预算科 报送转移支付缺口测算 12月2日前 特急 因省厅调度',
    '交办 金融科 拿出企业贴息兑付方案 按13710 依据 市政府批示2026-31号',
  ],
  changes: true,
  async run(turn, { to, others, title, still, urgent, rule, due, supporters: named, basis }) {
    const { directory, actor, calendar, profiles } = turn
    const person = 'person' in to ? to.person : null
    const chat = turn.place.startsWith('g:') ? turn.place.slice(2) : null
    const lead = 'unit' in to ? to.unit : await leadFor(to.person, chat)
    const supporters = [...others, ...named]
    const act = { by: actor, at: turn.at }
    const ruled = rule ?? (due ? null : ruleBySource(basis ?? '', profiles))
    const profile = ruled?.profile ?? profileOf({ profile: OWN_DATE }, profiles)
    const level = ruled?.level ?? '一般'
    const limit = profile.limits[level]
    const meeting = !due && limit && 'meeting' in limit ? await meetingOf(turn, chat) : null
    const terms = { at: turn.at, level, urgent: urgent !== null, own: due, meeting }
    const table = timetableOf(profile, terms, calendar)
    if (table.due === null)
      throw new Declined(
        'E-RULE-3',
        `“${profile.name}”要到下次例会，本群没有绑定例会，请写明办结时限。`,
      )
    const order = {
      ...{ title, basis, lead, person, supporters, chat, urgent },
      due: table.due,
      provisional: table.provisional,
      said: due?.said ?? null,
      rule: {
        profile,
        level,
        start: table.start,
        steps: table.steps,
        source: ruled?.source ?? null,
      },
    }
    const birth = assign(act, order, directory)
    if (!still) await refuseTwice(turn, birth.matter)
    const matter = await bear(turn, birth, actor.id)
    const to_ = person ? `${lead.name}${person.name}` : lead.name
    const why = ruled?.bySource ? `来源为${ruled.source}，` : ''
    const when = why + timetableSaid(profile, level, table, turn.now, calendar)
    const hurried = urgent === null ? '' : '特急，'
    const also =
      supporters.length > 0 ? `（主办），${supporters.map(supporterName).join('、')}协办` : ''
    const line = `已交办${to_}${also}，${matter.id}号，${hurried}${when}。10分钟内可说“撤销”。`
    return { line, matter, born: true }

    /** In a task force's group the task force leads; elsewhere the person's home unit. */
    async function leadFor(one: { unit: number; name: string; id: number }, group: string | null) {
      const bound = group === null ? undefined : await turn.store.chats.get(group)
      const force = bound?.unit == null ? undefined : directory.units.get(bound.unit)
      if (force?.kind === 'task_force' && force.members.includes(one.id)) return force
      const home = directory.units.get(one.unit)
      if (!home) throw new Declined('E-UNIT-2', `${one.name}还没有登记所在科室，请联系管理员。`)
      return home
    }
  },
})

/** When the meeting that the group belongs to is held next. */
async function meetingOf({ store, at, calendar }: Spoken, group: string | null) {
  const bound = group === null ? undefined : await store.chats.get(group)
  const series = bound?.series == null ? undefined : await store.meetings.get(bound.series)
  return series && !series.ended ? nextMeeting(series, at, calendar) : null
}
