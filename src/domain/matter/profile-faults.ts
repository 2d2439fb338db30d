/** What is wrong with a rule: named one by one, before it can set anybody's dates. */
import type { Limit, Profile, Rung } from './profile.ts'

const KINDS = ['calendar', 'workday']
const ENDS = ['deploy', 'feedback', 'contact']
const TO = ['handler', 'head', 'charge', 'principal']
const CLOCK = /^(?:[01]?\d|2[0-3]):[0-5]\d$/
/** No promise of an office runs longer; a wrong digit does. */
const FARTHEST = 366
const LONGEST_NAME = 12

/** Every fault of a rule, as the middle of a sentence; none when it may count. */
export function faultsOf(profile: Profile, others: readonly Profile[]): string[] {
  return [
    ...faultsOfNames(profile, others),
    ...faultsOfClock(profile),
    ...faultsOfSteps(profile),
    ...profile.ladder.flatMap(faultsOfRung),
    ...faultsOfExtension(profile),
  ]
}

function faultsOfNames({ name, aliases }: Profile, others: readonly Profile[]): string[] {
  const faults: string[] = []
  if (name.trim() === '') faults.push('没有名称')
  for (const said of [name, ...aliases]) {
    if ([...said].length > LONGEST_NAME) faults.push(`“${said}”超过${LONGEST_NAME}个字`)
    if (/[\s，,。；;：:（）()“”"]/u.test(said)) faults.push(`“${said}”里有空格或标点`)
    const other = others.find(
      (one) => one.name !== name && (one.name === said || one.aliases.includes(said)),
    )
    if (other) faults.push(`“${said}”与规则“${other.name}”重名`)
  }
  return faults
}

function faultsOfClock({ kind, cutoff, sign }: Profile): string[] {
  const faults: string[] = []
  if (!KINDS.includes(kind)) faults.push('计日方式只能是日历日或工作日')
  if (cutoff !== null && !CLOCK.test(cutoff)) faults.push(`截点“${cutoff}”不是钟点`)
  if (sign !== null) faults.push(...faultsOfDays('签收', sign))
  return faults
}

function faultsOfSteps({ steps, limits }: Profile): string[] {
  const faults: string[] = []
  for (const [n, step] of steps.entries()) {
    if (step.name.trim() === '') faults.push(`第${n + 1}步没有名称`)
    if (!ENDS.includes(step.ends)) faults.push(`“${step.name}”不知由什么完成`)
    faults.push(...faultsOfDays(step.name, step.days))
    const before = steps[n - 1]
    if (before && step.days < before.days)
      faults.push(
        `“${step.name}”（第${step.days}天）早于前一步“${before.name}”（第${before.days}天）`,
      )
    if (steps.some((one, m) => m < n && one.name === step.name))
      faults.push(`“${step.name}”写了两次`)
  }
  const last = steps.at(-1)
  for (const [level, limit] of Object.entries(limits) as [string, Limit][]) {
    if ('meeting' in limit) continue
    const days = 'days' in limit ? limit.days : limit.months
    faults.push(...faultsOfDays(`${level}的时限`, days))
    if ('months' in limit && days === 0) faults.push(`${level}的时限不能是0个月`)
    if (last && 'days' in limit && limit.days < last.days)
      faults.push(`${level}的时限（${limit.days}天）早于“${last.name}”（第${last.days}天）`)
  }
  return faults
}

function faultsOfRung({ of, offset, at, to, word }: Rung): string[] {
  const faults: string[] = []
  if (!['sign', 'step', 'due'].includes(of)) faults.push('有一条提醒不知提醒什么')
  if (!TO.includes(to)) faults.push('有一条提醒没有写明提醒谁')
  if (!KINDS.includes(offset.kind) || !Number.isInteger(offset.days))
    faults.push('有一条提醒的日期看不懂')
  if (!CLOCK.test(at)) faults.push(`提醒的钟点“${at}”看不懂`)
  else if (/:(?:00|30)$/.test(at)) faults.push(`提醒不能在整点和半点（${at}）`)
  else if (hour(at) < 8 || hour(at) > 17) faults.push(`提醒只能在8点到18点之间（${at}）`)
  if (word.trim() === '') faults.push('有一条提醒没有写说什么')
  return faults
}

function faultsOfExtension({ extension: { times, until } }: Profile): string[] {
  const faults = faultsOfDays('延期次数', times)
  if (until !== null && !CLOCK.test(until)) faults.push(`申请延期的钟点“${until}”看不懂`)
  return faults
}

function faultsOfDays(what: string, days: number): string[] {
  if (!Number.isInteger(days)) return [`“${what}”不是整数`]
  if (days < 0) return [`“${what}”是负数`]
  return days > FARTHEST ? [`“${what}”超过${FARTHEST}`] : []
}

const hour = (clock: string): number => Number(clock.split(':')[0])
