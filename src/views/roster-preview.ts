/** What a roster would change, before it does: who is new, moved, changed, left; and what is wrong with it. */
import { button, buttons, card, note, panel, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import { countsOf, isMassLeaving, type RosterComparison } from '../domain/people/roster.ts'
import { comparisonSaid } from './roster.ts'

const MOST = 40

/** The preview, with a button that confirms when nothing is wrong; without a comparison only what is wrong. */
export function rosterPreviewCard(
  comparison: RosterComparison | undefined,
  rows: number,
  errors: string[],
  draft: number | undefined,
): Card {
  const said = comparison ? `${comparisonSaid(comparison)}。` : ''
  const elements: Element[] = [text(`共${rows}人。${said}`)]
  if (errors.length > 0) {
    elements.push(text(`有${errors.length}处需要改正，改好后请重新发送，目前没有作任何变动：`))
    elements.push(...errors.slice(0, MOST).map((line) => text(line)))
    if (errors.length > MOST) elements.push(note(`另有${errors.length - MOST}处。`))
  }
  if (comparison) elements.push(...differences(comparison))
  if (draft !== undefined && comparison) elements.push(confirmation(comparison, draft))
  return card({ title: '花名册核对', color: errors.length > 0 ? 'orange' : 'blue', elements })
}

function differences(comparison: RosterComparison): Element[] {
  const counts = countsOf(comparison)
  const named = [
    ['新增', comparison.new.map((row) => `${row.unit}${row.name}`), counts.new],
    ['调动', comparison.moved.map(({ person, row }) => `${person.name}→${row.unit}`), counts.moved],
    ['变更', comparison.changed.map(({ person }) => person.name), counts.changed],
    ['离任', comparison.left.map((person) => person.name), counts.left],
  ] as const
  return named.flatMap(([word, names, count]) =>
    count > 0 ? [panel(`${word}（${count}人）`, [text(listed(names))])] : [],
  )
}

/** More leaving than staying is confirmed by its number, not by the usual tap. */
function confirmation(comparison: RosterComparison, draft: number): Element {
  const { left } = countsOf(comparison)
  if (!isMassLeaving(comparison))
    return buttons([button({ text: '确认登记', say: `登记 确认 ${draft}`, type: 'primary' })])
  const say = `登记 确认 ${draft} 减员${left}人`
  return buttons([button({ text: `确认减员${left}人并登记`, say, type: 'danger' })])
}

const listed = (names: readonly string[]): string =>
  names.length > 200 ? `${names.slice(0, 200).join('、')} 等` : names.join('、')
