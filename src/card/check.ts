/** Checks a card of JSON 2.0 as strictly as the platform does, and says in Chinese what would be refused. */
import { carried } from './carried.ts'
import { type Findings, Report } from './findings.ts'
import { isObject, listOf, objectOf, own, type Unknown } from './json.ts'
import { type Reader, readFields } from './read.ts'
import { checkBehaviors } from './rules/behavior.ts'
import { checkCharts } from './rules/chart.ts'
import { checkChoices } from './rules/choice.ts'
import { checkForms } from './rules/form.ts'
import { frame } from './rules/frame.ts'
import { GONE_IN_CARD } from './rules/gone.ts'
import { checkMarkup } from './rules/markup.ts'
import { checkElementIds, checkNames } from './rules/names.ts'
import { checkPlaces } from './rules/place.ts'
import { checkTableRows } from './rules/table.ts'
import { countElements, partsOf, type Sheet } from './sheet.ts'

export { byteSize, countElements } from './sheet.ts'

/** A card has at most 30 KB (卡片常见问题); it is warned of when near. Beyond `hopeless` nothing else is looked at. */
const BYTES = { most: 30 * 1024, near: 28 * 1024, hopeless: 300 * 1024 }

/** A card has at most 200 elements or components (卡片 JSON 2.0 结构). */
const ELEMENTS = 200

const RULES: ((sheet: Sheet) => void)[] = [
  checkPlaces,
  checkForms,
  checkNames,
  checkElementIds,
  checkChoices,
  checkBehaviors,
  checkTableRows,
  checkCharts,
  checkMarkup,
]

/** What the platform would say to this card. Takes anything, never throws; a text is not a card, parse it first. */
export function checkCard(card: unknown): Findings {
  const report = new Report()
  return judged(carried(card, '卡片', report), report)
}

/** The same for a card that was just read from JSON of so many bytes: it is pure already, and is not copied. */
export function checkReadCard(card: unknown, bytes: number): Findings {
  if (!isObject(card)) return checkCard(card)
  const report = new Report()
  return judged({ copy: card, bytes }, report)
}

function judged(read: ReturnType<typeof carried>, report: Report): Findings {
  const { copy, bytes } = read ?? {}
  if (copy?.type === 'template' || copy?.type === 'card')
    report.error('template', 'type', '这是卡片模板或卡片实体的引用，不是卡片 JSON')
  else if (copy && checkBytes(bytes ?? 0, report)) checkContents(copy, report)
  return report.result()
}

/** Whether the rest is worth a look. */
function checkBytes(bytes: number, report: Report): boolean {
  const says = `卡片 ${bytes} 字节，上限 ${BYTES.most} 字节`
  if (bytes > BYTES.most) report.error('size', '', says)
  else if (bytes >= BYTES.near) report.warning('size', '', says)
  return bytes <= BYTES.hopeless
}

function checkContents(card: Unknown, report: Report): void {
  checkFrame(card, report)
  const count = countElements(card)
  if (count > ELEMENTS)
    report.error('elements', 'body', `共 ${count} 个元素或组件，上限 ${ELEMENTS} 个`)
  const sheet: Sheet = { card, parts: partsOf(card), report }
  for (const rule of RULES) rule(sheet)
}

function checkFrame(card: Unknown, report: Report): void {
  const empty = listOf(objectOf(card.body).elements).length === 0
  const kept = Object.entries(card).filter(([attribute, value]) => {
    const gone = own(GONE_IN_CARD, attribute)
    // The documents show a card's bare frame, `"header": {}` and all: a sketch, not a mistake.
    const sketch = empty && isObject(value) && Object.keys(value).length === 0
    if (sketch && attribute !== 'body') report.warning('blank', attribute, '空对象，可删去')
    else if (gone) report.error('gone', attribute, gone)
    else return true
    return false
  })
  const rest: Unknown = Object.fromEntries(kept)
  const style = objectOf(objectOf(card.config).style)
  const reader: Reader = {
    report,
    colors: new Set(Object.keys(objectOf(style.color))),
    sizes: new Set(Object.keys(objectOf(style.text_size))),
    depth: 0,
  }
  readFields(rest, frame, '', reader)
  if (card.body === undefined) report.warning('no-body', 'body', '卡片没有正文')
  if (isObject(rest.card_link)) checkCardLink(rest.card_link, report)
}

/** One address for all clients, or one for each (卡片全局跳转链接). */
function checkCardLink(link: Unknown, report: Report): void {
  const each = link.pc_url && link.ios_url && link.android_url
  if (!link.url && !each)
    report.error('card-link', 'card_link', '须填 url，或同时填写 pc_url、ios_url、android_url')
}
