/** 规则 改: one field of a rule in a few words, `首次反馈 2天`, `重大复杂 2个月`, `工作日`, `不顺延`, `截点 17:00`. */
import { Declined } from '../declined.ts'
import type { Level } from './matter.ts'
import type { Limit, Profile } from './profile.ts'

/** How a field is said, and what becomes of the rule. */
type Amendment = [
  said: RegExp,
  amend: (profile: Profile, hit: RegExpExecArray) => Profile | undefined,
]

const COUNT = '(-?\\d{1,3})\\s*'

const amendments: readonly Amendment[] = [
  [
    /^(?:计日\s*)?(工作日|日历日|自然日)$/,
    (one, [, kind]) => ({ ...one, kind: kind === '工作日' ? 'workday' : 'calendar' }),
  ],
  [/^(不顺延|顺延)$/, (one, [word]) => ({ ...one, roll: word === '顺延' })],
  [
    /^截点\s*(\d{1,2}:\d{2}|不设|无)$/,
    (one, [, at]) => ({ ...one, cutoff: at!.includes(':') ? at! : null }),
  ],
  [
    new RegExp(`^签收\\s*(?:${COUNT}个?(?:工作日|天|日)|(不设|无))$`),
    (one, [, days]) => ({ ...one, sign: days === undefined ? null : Number(days) }),
  ],
  [
    new RegExp(`^延期\\s*(?:最多)?\\s*${COUNT}次$`),
    (one, [, times]) => ({ ...one, extension: { ...one.extension, times: Number(times) } }),
  ],
  [
    /^延期\s*(\d{1,2}:\d{2})前$/,
    (one, [, until]) => ({ ...one, extension: { ...one.extension, until: until! } }),
  ],
  [
    /^(?:(简单|一般|重大复杂)(?:的?(?:时限|办结))?|办结|时限)\s*(\S+)$/,
    (one, [, level, words]) => withLimit(one, (level ?? '一般') as Level, words!),
  ],
  [
    new RegExp(`^(\\S+?)\\s*(?:第)?${COUNT}个?(?:工作日|天|日)(?:内)?$`),
    (one, [, name, days]) => withStep(one, name!, Number(days)),
  ],
  [/^(\S+?)\s*(?:当天|当日)$/, (one, [, name]) => withStep(one, name!, 0)],
]

/** The rule with one field changed. Declines words that name none, telling what can be said. */
export function amended(profile: Profile, words: string): Profile {
  for (const [said, amend] of amendments) {
    const hit = said.exec(words.trim())
    const after = hit && amend(profile, hit)
    if (after) return after
  }
  const steps = profile.steps.map((step) => step.name).join('、')
  throw new Declined(
    'E-RULE-4',
    `没有看懂要改什么。可以改：${steps ? `步骤（${steps}）、` : ''}办结、重大复杂、工作日或日历日、顺延、截点、签收、延期次数；其他请改表格后发来。`,
    [`规则 改 ${profile.name} 办结 5天`, '规则 导出'],
  )
}

function withLimit(profile: Profile, level: Level, words: string): Profile | undefined {
  const limit = limitSaid(words)
  if (limit === undefined) return undefined
  const limits = { ...profile.limits }
  if (limit === null) delete limits[level]
  else limits[level] = limit
  return { ...profile, limits }
}

/** `7天`, `5个工作日`, `1个月`, `当天`, `下次例会`; null for `不设`. */
export function limitSaid(words: string): Limit | null | undefined {
  if (/^(?:不设|无)$/.test(words)) return null
  if (/^(?:下次例会|下次会议)(?:前)?$/.test(words)) return { meeting: true }
  if (/^(?:当天|当日)$/.test(words)) return { days: 0 }
  const hit = /^(-?\d{1,3})\s*(?:个?(工作日|天|日)|个?(月))(?:内)?$/.exec(words)
  if (!hit) return undefined
  return hit[3] ? { months: Number(hit[1]) } : { days: Number(hit[1]) }
}

function withStep(profile: Profile, name: string, days: number): Profile | undefined {
  if (!profile.steps.some((step) => step.name === name)) return undefined
  const steps = profile.steps.map((step) => (step.name === name ? { ...step, days } : step))
  return { ...profile, steps }
}
