/** 交办: a leader, the 督查室, or a head inside his own unit puts a matter into the ledger. */
import {
  basis,
  bear,
  command,
  Declined,
  due,
  either,
  heads,
  leaders,
  recipient,
  supervisors,
  supportersBehind,
  supportersNamed,
  text,
} from '../src/bot/index.ts'
import { assign } from '../src/domain/matter/assign.ts'
import { supporterName } from '../src/domain/matter/support.ts'
import { dueSaid } from '../src/views/words.ts'

export default command({
  name: '交办',
  aliases: ['派', '布置'],
  about: '办理',
  summary: '把一件事交给科室或个人，写明时限',
  says: ['{to} {others} {title} {due} {supporters} {basis}'],
  slots: {
    to: recipient,
    others: supportersBehind,
    title: text,
    supporters: supportersNamed,
    due,
    basis,
  },
  who: either(leaders, supervisors, heads),
  examples: [
    '交办 预算科 报送三季度预算绩效自评报告 12月15日前',
    '交办 金融科 摸排上市后备企业融资需求 12月18日前 协办 预算科、国库科',
    '交办 @李娜 报送问题楼盘化解方案 2026-12-18 17:00前 依据 局党组2026-18号',
  ],
  changes: true,
  async run(turn, { to, others, title, due, supporters: named, basis }) {
    const { directory, actor } = turn
    const person = 'person' in to ? to.person : null
    const chat = turn.place.startsWith('g:') ? turn.place.slice(2) : null
    const lead = 'unit' in to ? to.unit : await leadFor(to.person, chat)
    const supporters = [...others, ...named]
    const { at: date, ...counted } = due
    const order = { title, basis, lead, person, supporters, due: date, ...counted, chat }
    const act = { by: actor, at: turn.at }
    const matter = await bear(turn, assign(act, order, directory), actor.id)
    const to_ = person ? `${lead.name}${person.name}` : lead.name
    const when = dueSaid(matter.due, turn.now, turn.calendar)
    const also =
      supporters.length > 0 ? `（主办），${supporters.map(supporterName).join('、')}协办` : ''
    const line = `已交办${to_}${also}，${matter.id}号，时限 ${when}。10分钟内可说“撤销”。`
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
