/** 待办: what waits for me, for somebody else by right, or for a unit; most pressing first. */
import {
  anyone,
  command,
  Declined,
  oneOf,
  optional,
  page,
  recipient,
  type Spoken,
} from '../src/bot/index.ts'
import type { DutyKind } from '../src/domain/matter/duties.ts'
import type { Matter } from '../src/domain/matter/matter.ts'
import type { Person, Unit } from '../src/domain/people/person.ts'
import { belongs, heads, seesAll } from '../src/domain/people/rights.ts'
import { addDays, type Instant, instantAt, weekdayOf } from '../src/domain/time/day.ts'
import { listCard, PAGE } from '../src/views/list.ts'

export default command({
  name: '待办',
  aliases: ['我的待办', '待办事项', '我的', '还有啥'],
  about: '查看',
  summary: '看等我办的事；也可看科室的、逾期的、本周的',
  says: ['{whose} {which} {page}', '{which} {whose} {page}'],
  slots: {
    whose: optional(recipient),
    which: optional(oneOf('范围', ['逾期', '本周', '今天'])),
    page,
  },
  who: anyone,
  examples: ['待办', '待办 金融科 逾期', '待办 本周'],
  async run(turn, { whose, which, page }) {
    const unit = whose && 'unit' in whose ? whose.unit : undefined
    const person = whose && 'person' in whose ? whose.person : turn.actor
    const all = unit ? await ofUnit(turn, unit) : await ofPerson(turn, person)
    const chosen = all.filter(({ matter }) => fits(matter, which, turn))
    const name = unit ? unit.name : person.id === turn.actor.id ? '我的' : person.name
    const say = ['待办', whose ? name : '', which ?? ''].filter((word) => word).join(' ')
    const title = `${name}待办${which ? ` · ${which}` : ''}`
    const rows = chosen.slice((page - 1) * PAGE, page * PAGE)
    const card = listCard({ title, rows, total: chosen.length, say, page }, turn)
    return {
      line: `${title}：${chosen.length}件`,
      card,
      private: true,
      page: page > 1 || all.length > PAGE,
    }
  },
})

/** More than any bureau has open at once: the number on the list is the true one. */
const MOST = 5000

type Row = { matter: Matter; kind?: DutyKind }

async function ofPerson(turn: Spoken, person: Person): Promise<Row[]> {
  const unit = turn.directory.units.get(person.unit)
  if (person.id !== turn.actor.id && !seesAll(turn.actor) && !heads(turn.actor, unit))
    throw new Declined(
      'E-RIGHT-5',
      `${person.name}的待办由本人、科室负责人、局领导和督查室查看。`,
      ['待办'],
    )
  const duties = await turn.store.pending.of(person.id, MOST)
  const matters = new Map(
    (await turn.store.matters.list(duties.map((duty) => duty.matter))).map((one) => [one.id, one]),
  )
  const seen = new Set<number>()
  return duties.flatMap(({ matter, kind }) => {
    const found = matters.get(matter)
    if (!found || seen.has(matter)) return []
    seen.add(matter)
    return [{ matter: found, kind }]
  })
}

async function ofUnit(turn: Spoken, unit: Unit): Promise<Row[]> {
  if (!seesAll(turn.actor) && !belongs(turn.actor, unit) && !heads(turn.actor, unit))
    throw new Declined('E-RIGHT-5', `${unit.name}的待办由本单位人员、局领导和督查室查看。`, [
      '待办',
    ])
  const matters = await turn.store.matters.find({ leads: [unit.id], limit: MOST })
  return matters.map((matter) => ({ matter }))
}

function fits(matter: Matter, which: string | null, turn: Spoken): boolean {
  if (which === '逾期') return matter.due < turn.now
  if (which === '今天') return matter.due <= endOf(turn.today)
  if (which === '本周') return matter.due <= endOf(addDays(turn.today, 7 - weekdayOf(turn.today)))
  return true
}

const endOf = (day: string): Instant => instantAt(day, '24:00')
