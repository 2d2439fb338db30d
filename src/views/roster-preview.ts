/** What a roster would change, before it does: who is new, moved, changed, left; and what is wrong with it. */
import { button, buttons, card, note, panel, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import { countsOf, type RosterComparison } from '../domain/people/roster.ts'
import { comparisonSaid } from './roster.ts'

const MOST = 40

/** The preview, with a button that confirms when nothing is wrong. */
export function rosterPreviewCard(
  comparison: RosterComparison,
  rows: number,
  errors: string[],
  draft: number | undefined,
): Card {
  const elements: Element[] = [text(`共${rows}人。${comparisonSaid(comparison)}。`)]
  if (errors.length > 0) {
    elements.push(text(`有${errors.length}处需要改正，改好后请重新发送，目前没有作任何变动：`))
    elements.push(...errors.slice(0, MOST).map((line) => text(line)))
    if (errors.length > MOST) elements.push(note(`另有${errors.length - MOST}处。`))
  }
  const counts = countsOf(comparison)
  const named = [
    ['新增', comparison.new.map((row) => `${row.unit}${row.name}`), counts.new],
    ['调动', comparison.moved.map(({ person, row }) => `${person.name}→${row.unit}`), counts.moved],
    ['变更', comparison.changed.map(({ person }) => person.name), counts.changed],
    ['离任', comparison.left.map((person) => person.name), counts.left],
  ] as const
  for (const [word, names, count] of named)
    if (count > 0) elements.push(panel(`${word}（${count}人）`, [text(listed(names))]))
  if (draft !== undefined)
    elements.push(
      buttons([button({ text: '确认登记', say: `登记 确认 ${draft}`, type: 'primary' })]),
    )
  return card({ title: '花名册核对', color: errors.length > 0 ? 'orange' : 'blue', elements })
}

const listed = (names: readonly string[]): string =>
  names.length > 200 ? `${names.slice(0, 200).join('、')} 等` : names.join('、')
