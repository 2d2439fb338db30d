/** 拟办、立项: a matter is proposed; the 督查室 takes it into the ledger and hands it down with the same word. */
import {
  anyway,
  basis,
  bear,
  command,
  Declined,
  due,
  either,
  leaders,
  liaisons,
  matter,
  recipient,
  refuseTwice,
  secretaries,
  settle,
  supervisors,
  text,
} from '../src/bot/index.ts'
import { refer } from '../src/domain/matter/assign.ts'
import { draft, register } from '../src/domain/matter/register.ts'
import { dueSaid } from '../src/views/words.ts'

const drafting = command({
  name: '拟办',
  about: '办理',
  summary: '提出一件拟办的事，由督查室立项后交办',
  says: ['{to} {title} {still} {due} {basis}'],
  slots: { to: recipient, title: text, still: anyway, due, basis },
  who: either(leaders, supervisors, secretaries, liaisons),
  examples: ['拟办 预算科 汇总部门预算编制问题 12月15日前'],
  changes: true,
  async run(turn, { to, title, still, due, basis }) {
    const { directory, actor } = turn
    const person = 'person' in to ? to.person : null
    const lead = 'unit' in to ? to.unit : directory.units.get(to.person.unit)
    if (!lead) throw new Declined('E-UNIT-2', `${person?.name}还没有登记所在科室，请联系管理员。`)
    const order = { title, basis, lead, person, due: due.at, provisional: due.provisional }
    const birth = draft(
      { by: actor, at: turn.at },
      { ...order, said: due.said, chat: null },
      directory,
    )
    if (!still) await refuseTwice(turn, birth.matter)
    const born = await bear(turn, birth, actor.id)
    const when = dueSaid(born.due, turn.now, turn.calendar)
    const line = `已拟办${born.id}号（拟由${lead.name}承办，时限 ${when}），待督查室立项。10分钟内可说“撤销”。`
    return { line, matter: born, born: true }
  },
})

const registering = command({
  name: '立项',
  about: '办理',
  summary: '把拟办的事立项，并交办给拟定的承办单位',
  says: ['{matter} {still}', '{still}'],
  slots: { matter, still: anyway },
  who: supervisors,
  examples: ['立项 12'],
  changes: true,
  async run(turn, { matter, still }) {
    const { directory, actor } = turn
    const act = { by: actor, at: turn.at }
    const taken = register(matter, act, directory)
    if (!still) await refuseTwice(turn, matter, matter.id)
    const registered = await settle(turn, taken, actor.id)
    const lead = directory.units.get(registered.lead)
    if (!lead) throw new Error(`no unit ${registered.lead}`)
    const after = await settle(turn, refer(registered, act, lead, directory), actor.id)
    const when = dueSaid(after.due, turn.now, turn.calendar)
    const line = `${after.id}号已立项并交办${lead.name}，时限 ${when}。10分钟内可说“撤销”。`
    return { line, matter: after }
  },
})

export default [drafting, registering]
