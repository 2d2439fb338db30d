/** Checks what we answer to a tap on a card (处理卡片回调; a bad body is error 200672, a bad card 200673). */
import { carried } from './carried.ts'
import { checkCard } from './check.ts'
import { type Findings, Report } from './findings.ts'
import { isObject, objectOf, type Unknown } from './json.ts'
import { readFields } from './read.ts'
import type { Fields } from './rules/spec.ts'
import { data, filled, languages, need, object, string, word } from './rules/spec.ts'

const answer: Fields = {
  toast: object({
    type: word('info', 'success', 'error', 'warning'),
    content: { ...string, need: 'i18n' },
    i18n: languages(string),
  }),
  card: object({ type: need(word('raw', 'template')), data: need(data) }),
}

const template: Fields = {
  template_id: need(filled),
  template_version_name: string,
  template_variable: data,
}

/** What the platform would say to this answer: `{}`, a toast, a new card, or both. Takes anything, never throws. */
export function checkAnswer(body: unknown): Findings {
  const report = new Report()
  const copy = carried(body, '回调响应', report)?.copy
  if (copy) {
    const reader = { report, colors: new Set<string>(), sizes: new Set<string>(), depth: 0 }
    readFields(copy, answer, '', reader)
    const { type, data: card } = objectOf(copy.card)
    if (type === 'template' && isObject(card)) readFields(card, template, 'card.data', reader)
    if (type === 'raw' && isObject(card)) checkRaw(card, report)
  }
  return report.result()
}

/** A card of 1.0 may still replace a card of 1.0, so it is only warned of. */
function checkRaw(card: Unknown, report: Report): void {
  if (card.schema === undefined || card.schema === '1.0')
    report.warning('card-1.0', 'card.data', '1.0 卡片不能替换 2.0 卡片（200830）')
  else
    for (const { level, rule, path, message } of checkCard(card).findings)
      report[level](rule, path === '' ? 'card.data' : `card.data.${path}`, message)
}
