/** A page as it stands in somebody's chat, read from its card: headings with their numbers, what is listed under each, the week. */

/** One heading: its number, and the lines under it. */
export interface ShownPart {
  heading: string
  count: number
  lines: string[]
}

export interface ShownPage {
  title: string
  parts: ShownPart[]
  /** The sentence about the last week; empty where there is none. */
  lastWeek: string
  /** A row a unit: its name and the figures after it. */
  units: (readonly [unit: string, ...figures: number[]])[]
}

/** What a page may have a heading for, from the top to the bottom (language.md 4). */
export const HEADINGS = [
  ...['待您处理', '提请您关注', '今天到期', '已逾期', '三个工作日内到期', '本周到期'],
  ...['本周内到期', '昨日以来有进展', '今日例会', '本周例会', '并入的消息'],
] as const

const HEADED = new RegExp(`^(${HEADINGS.join('|')})（(\\d+)(?:，[^）]+)?）$`)

interface Node {
  tag?: string
  text?: { content?: string; text_size?: string }
  elements?: Node[]
  rows?: Record<string, string | number>[]
}

/** Reads a card that stands in a chat as a page. */
export function shownIn(card: unknown): ShownPage {
  const { header, body } = card as {
    header?: { title?: { content?: string } }
    body?: { elements?: Node[] }
  }
  const page: ShownPage = {
    title: header?.title?.content ?? '',
    parts: [],
    lastWeek: '',
    units: [],
  }
  let part: ShownPart | undefined
  const read = (node: Node): void => {
    const said = node.tag === 'div' ? (node.text?.content ?? '') : ''
    const small = node.text?.text_size === 'notation'
    const headed = small ? HEADED.exec(said) : null
    if (headed) {
      part = { heading: headed[1] ?? '', count: Number(headed[2]), lines: [] }
      page.parts.push(part)
    } else if (small) part = undefined
    else if (said.startsWith('上周（')) page.lastWeek = said
    else if (said !== '') part?.lines.push(said)
    for (const { unit, ...figures } of node.rows ?? [])
      page.units.push([String(unit), ...Object.values(figures).map(Number)])
    if (node.tag === 'interactive_container') for (const one of node.elements ?? []) read(one)
  }
  for (const one of body?.elements ?? []) read(one)
  return page
}

/** What a heading has to have: its number, and what each line must contain, in their order. */
export interface DuePart {
  heading: string
  count: number
  lists: readonly string[]
}

/** Lines on one page (language.md 4). */
const LINES = 12

/** Where a page differs from what is due on it, a sentence each. */
export function partsDiffer(page: ShownPage, due: readonly DuePart[]): string[] {
  const wanted = due.filter(({ count }) => count > 0)
  const headed = (parts: readonly { heading: string; count: number }[]) =>
    parts.map(({ heading, count }) => `${heading}${count}`).join(' ')
  if (headed(page.parts) !== headed(wanted))
    return [`${headed(page.parts) || 'nothing'}, ${headed(wanted) || 'nothing'} expected`]
  const found = wanted.flatMap(({ heading, lists }, i) => {
    const { lines = [] } = page.parts[i] ?? {}
    const astray = lines.some((line, n) => !` ${line}`.includes(lists[n] ?? '\n'))
    const silent = lines.length === 0 && lists.length > 0
    return astray || silent
      ? [`${heading} lists ${lines.join(' | ')}; ${lists.join(' | ')} expected`]
      : []
  })
  const shown = page.parts.reduce((all, { lines }) => all + lines.length, 0)
  const whole = wanted.reduce((all, { lists }) => all + lists.length, 0)
  // Nothing is left out while there is room, and there is room for so many.
  return shown === Math.min(whole, LINES) ? found : [...found, `${shown} lines of ${whole}`]
}
