/** 协办、反馈、免协: a supporting unit's part is asked for, given to the lead unit, or waived with a reason. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { heads, isSupervisor } from '../people/rights.ts'
import { type Act, type Decision, type Notice, notify } from './decision.ts'
import { isOpen, type Matter } from './matter.ts'
import type { Support } from './sides.ts'
import { type Supporter, supporterName, withSupporters } from './support.ts'
import { nextStep } from './transitions.ts'

/** Units are asked to support, by the lead unit's head, the assigner or the 督查室; a supporter asked before is asked anew. */
export function askSupport(
  matter: Matter,
  act: Act,
  supporters: Supporter[],
  words: string,
  directory: Directory,
): Decision {
  const lead = directory.units.get(matter.lead)
  const head = heads(act.by, lead)
  const own = supporters.every(({ unit, person }) => person !== null && heads(act.by, unit))
  const handsOn = own && supporters.every(({ unit }) => asked(matter, unit.id))
  if (!head && !isSupervisor(act.by) && act.by.id !== matter.assigner && !handsOn)
    throw new Declined(
      'E-RIGHT-2',
      `${matter.id}号请由${lead?.name}负责人${directory.name(lead?.head ?? null)}、交办人或督查室请其他单位协办。`,
    )
  stillAtWork(matter, '协办', directory)
  const supports = withSupporters(matter.supports, supporters, matter.lead, matter.handler)
  const names = supporters.map(supporterName).join('、')
  const next = { ...matter, supports, changed: act.at }
  return {
    matter: next,
    verb: '协办',
    text: words ? `${names}：${words}` : names,
    notices: [
      ...askedNotices(act, next, supporters, words),
      ...notify(act, [matter.handler, lead?.head], `${matter.id}号已请${names}协办。`),
    ],
  }
}

/** What the supporters of a matter are told when they are asked. */
export function askedNotices(
  act: Act,
  matter: Matter,
  supporters: readonly Supporter[],
  words = '',
): Notice[] {
  return supporters.flatMap(({ unit, person }) => {
    const say = `${act.by.name}请${supporterName({ unit, person })}协办${matter.id}号${words ? `：${words}` : ''}，请将情况反馈给主办单位。`
    return notify(act, [person?.id ?? unit.head], say, true)
  })
}

/** A supporting unit gives its part: to the lead unit, not to the assigner (domain.md B.7). */
export function answerSupport(
  matter: Matter,
  act: Act,
  support: Support,
  text: string,
  directory: Directory,
): Decision {
  stillAtWork(matter, '反馈', directory)
  if (!text)
    throw new Declined('E-TEXT-1', '请写一句协办情况。', [`报 ${matter.id} 数据已核对并报送`])
  const answer = { by: act.by.id, at: act.at, text }
  const unit = directory.units.get(matter.lead)
  const from = directory.unitName(support.unit)
  const next = put(matter, { ...support, state: 'answered', answer }, act)
  return {
    matter: next,
    verb: '协办反馈',
    text: `${from}：${text}`,
    notices: notify(
      act,
      [unit?.head, matter.handler],
      `${from}已反馈${matter.id}号协办情况：${text}`,
    ),
  }
}

/** 免协: the lead unit's head does without a silent unit's part, and says why (decisions.md hole 21). */
export function waiveSupport(
  matter: Matter,
  act: Act,
  { unit }: Pick<Supporter, 'unit'>,
  reason: string,
  directory: Directory,
): Decision {
  const lead = directory.units.get(matter.lead)
  if (!heads(act.by, lead))
    throw new Declined(
      'E-RIGHT-2',
      `${matter.id}号请由${lead?.name}负责人${directory.name(lead?.head ?? null)}免去协办。`,
    )
  const support = matter.supports.find((one) => one.unit === unit.id)
  if (!support)
    throw new Declined('E-SUPPORT-3', `${unit.name}不是${matter.id}号的协办单位。`, [
      `查 ${matter.id}`,
    ])
  if (support.state !== 'asked')
    throw new Declined(
      'E-SUPPORT-3',
      `${unit.name}${support.state === 'answered' ? '已反馈' : '已免协'}，不用再免协。`,
      [`查 ${matter.id}`],
    )
  stillAtWork(matter, '免协', directory)
  if (!reason)
    throw new Declined('E-TEXT-2', '免协请写明理由。', [
      `免协 ${matter.id} ${unit.name} 已另行报送`,
    ])
  const answer = { by: act.by.id, at: act.at, text: reason }
  return {
    matter: put(matter, { ...support, state: 'waived', answer }, act),
    verb: '免协',
    text: `${unit.name}：${reason}`,
    notices: notify(
      act,
      [support.person ?? unit.head, matter.handler],
      `${matter.id}号不再需要${unit.name}协办：${reason}`,
    ),
  }
}

const asked = (matter: Matter, unit: number): boolean =>
  matter.supports.some((one) => one.unit === unit && one.state === 'asked')

const put = (matter: Matter, support: Support, act: Act): Matter => ({
  ...matter,
  supports: matter.supports.map((one) => (one.unit === support.unit ? support : one)),
  changed: Math.max(matter.changed, act.at),
})

/** Parts are asked and given while the lead unit is at it: not after it handed in, not once it is closed. */
function stillAtWork(matter: Matter, word: string, directory: Directory): void {
  const handedIn = matter.status === 'close_requested' || matter.status === 'completed'
  if (isOpen(matter) && !handedIn && matter.status !== 'suspended') return
  const { say, tries } = nextStep(matter, directory)
  throw new Declined('E-STATE-1', `${matter.id}号${say}，现在不能${word}。`, tries)
}
