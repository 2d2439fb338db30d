/** What a week's list would hand out, before it does: every line as it was read, and what is wrong with it. */
import { button, buttons, card, note, panel, text } from '../card/build.ts'
import type { Button } from '../card/controls.ts'
import type { Card, Element } from '../card/types.ts'
import { type BatchRow, weekSaid } from '../domain/matter/batch.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { shortened, whenSaid } from './words.ts'

export interface BatchPreview {
  /** `2022-周37`. */
  name: string
  rows: readonly BatchRow[]
  /** How many the week has handed out before; the numbers go on. */
  already: number
  findings: readonly string[]
  /** Lines left out because they must not be kept; their words are not repeated. */
  left: readonly string[]
  notes: readonly string[]
  /** By when it is handed in; nothing where the meeting must be named yet. */
  handIn: Instant | undefined
  /** The meeting that sets it. */
  meeting: string | null
  choices: readonly { name: string; at: Instant }[]
  /** What to confirm; nothing where something is wrong. */
  draft: number | undefined
}

const MOST = 40

/** The preview in one line. */
export const previewLine = ({ name, rows, findings, left }: BatchPreview): string =>
  [
    `${weekSaid(name)}交办清单，看懂${rows.length}件`,
    ...(left.length > 0 ? [`${left.length}行不宜记录，未收录`] : []),
    findings.length > 0 ? `${findings.length}处需要改正，目前没有登记` : '请核对后确认',
  ].join('，')

/** The preview, with a button that hands it out where nothing is wrong. */
export function batchPreviewCard(preview: BatchPreview, seen: Seen): Card {
  const { name, rows, findings, left, notes, draft } = preview
  const elements: Element[] = [text(headOf(preview, seen))]
  if (findings.length > 0)
    elements.push(
      text(`有${findings.length}处需要改正，改好后请整张重发，目前没有登记任何一件：`),
      ...shown(findings),
    )
  if (left.length > 0) elements.push(note('未收录：'), ...shown(left))
  if (notes.length > 0) elements.push(note('请核对：'), ...shown(notes))
  if (rows.length > 0)
    elements.push(
      panel(`清单（${rows.length}件）`, shown(rows.map((row) => rowSaid(row, seen))), {
        open: true,
      }),
    )
  if (draft !== undefined) elements.push(buttons(tapsFor(preview, draft, seen)))
  return card({
    title: `周交办核对 ${weekSaid(name)}`,
    color: findings.length > 0 ? 'orange' : 'blue',
    summary: previewLine(preview),
    elements,
  })
}

function headOf({ rows, already, handIn, meeting }: BatchPreview, seen: Seen): string {
  const before = already > 0 ? `本周已交办${already}件，编号接着排。` : ''
  if (handIn === undefined)
    return `共${rows.length}件。${before}请点选到哪个例会交卷，确认后登记并通知承办单位。`
  const by = meeting === null ? '' : `（${meeting}）`
  return `共${rows.length}件，${whenSaid(handIn, seen.now, seen.calendar)} 前交卷${by}。${before}`
}

function tapsFor({ handIn, choices }: BatchPreview, draft: number, seen: Seen): Button[] {
  if (handIn !== undefined)
    return [button({ text: '确认交办', say: `周交办 确认 ${draft}`, type: 'primary' })]
  return choices.slice(0, 5).map(({ name, at }) =>
    button({
      text: shortened(
        `${name.replace(/(?:周)?例会$/, '')} ${whenSaid(at, seen.now, seen.calendar)}`,
        30,
      ),
      say: `周交办 确认 ${draft} ${name}`,
    }),
  )
}

/** `预算科 杜建华：报送绩效自评（12月4日 周五 18:00，国库科协办，依据…）`. */
function rowSaid(row: BatchRow, seen: Seen): string {
  const { directory, now, calendar } = seen
  const who = [directory.unitName(row.lead), directory.name(row.person)].filter(Boolean).join(' ')
  const parts = row.supports.map(
    (one) => directory.name(one.person) || directory.unitName(one.unit),
  )
  const more = [
    row.due ? whenSaid(row.due.at, now, calendar) : '',
    parts.length > 0 ? `${parts.join('、')}协办` : '',
    row.basis ? `依据${row.basis}` : '',
  ].filter(Boolean)
  return `${who}：${row.title}${more.length > 0 ? `（${more.join('，')}）` : ''}`
}

const shown = (lines: readonly string[]): Element[] => [
  ...lines.slice(0, MOST).map((line) => text(line)),
  ...(lines.length > MOST ? [note(`另有${lines.length - MOST}条。`)] : []),
]
