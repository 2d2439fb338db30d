/** A rule's parts in words, as the card, the preview and the table all say them. */
import type { Level } from '../domain/matter/matter.ts'
import type { Limit, Profile, ProfileStep, Rung, RungTo } from '../domain/matter/profile.ts'

export const levels: readonly Level[] = ['简单', '一般', '重大复杂']

export const endWords = {
  deploy: '分办',
  feedback: '报',
  sign: '签收',
  contact: '已联系',
} as const
export const ofWords = { sign: '签收', step: '步骤', due: '办结' } as const
export const toWords: Readonly<Record<RungTo, string>> = {
  handler: '承办人',
  head: '负责人',
  charge: '分管领导',
  principal: '主要领导',
}

/** `研究部署 0天 分办；首次反馈 3天 报`. */
export const stepsSaid = (steps: readonly ProfileStep[]): string =>
  steps.map(({ name, days, ends }) => `${name} ${days}天 ${endWords[ends]}`).join('；')

/** `7天`, `1个月`, `下次例会`; empty where only the matter's own date counts. */
export function limitWords(limit: Limit | undefined): string {
  if (limit === undefined) return ''
  if ('meeting' in limit) return '下次例会'
  return 'months' in limit ? `${limit.months}个月` : `${limit.days}天`
}

/** One rung: `办结 前1个工作日 9:07 承办人 请按时办结或报进展`. */
export function rungSaid({ of, offset: { days, kind }, at, to, word }: Rung): string {
  const unit = kind === 'workday' ? '个工作日' : '天'
  const when = days === 0 ? '当天' : `${days < 0 ? '前' : '后'}${Math.abs(days)}${unit}`
  return [ofWords[of], when, at, toWords[to], word].join(' ')
}

/** Every part of a rule with its name, in the order of the card. */
export function partsOf(rule: Profile): [string, string][] {
  const { extension, path } = rule
  return [
    ['用途', rule.about],
    ['别名', rule.aliases.join('、')],
    [
      '来源',
      rule.sources.length > 0
        ? `${rule.sources.join('、')}${rule.sourced ? '（须写明）' : ''}`
        : '',
    ],
    [
      '计日',
      `${rule.kind === 'workday' ? '工作日' : '日历日'}，末日逢休息日${rule.roll ? '顺延' : '不顺延'}`,
    ],
    [
      '起算',
      rule.cutoff === null
        ? '随时'
        : `${rule.cutoff}以后和休息日交办的，自下个工作日起算；特急除外`,
    ],
    ['签收', rule.sign === null ? '' : `${rule.sign}个工作日内`],
    ['步骤', stepsSaid(rule.steps)],
    ...levels.map((level): [string, string] => [level, limitWords(rule.limits[level])]),
    [
      '办结',
      `${path.asks === 'handler' ? '承办人' : '负责人'}申请，${path.review === 'assigner' ? '交办人' : '督查室'}审核${path.short ? '，审核通过即销号' : ''}`,
    ],
    [
      '延期',
      extension.times === 0
        ? '不可延期'
        : `最多${extension.times}次，${extension.until === null ? '到期前' : `到期当天${extension.until}前`}申请${rule.plan ? '；超过重大复杂时限的，须报有时间节点的方案，由领导批准，按月反馈' : ''}`,
    ],
    ['四定', rule.four ? '目标、责任、时限、标准须齐全' : ''],
    ['提醒', rule.ladder.map(rungSaid).join('\n')],
  ]
}
