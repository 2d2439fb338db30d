/** A card as the lines one reads on it, top to bottom: buttons as ［签收］, fields as 〔理由〕. */

type Node = Record<string, unknown>

/** Every line of a card. Takes any JSON 2.0 card; what has no words is left out. */
export function cardWords(card: unknown): string[] {
  const { header, body } = nodeOf(card)
  const { title, subtitle, text_tag_list } = nodeOf(header)
  const tags = listOf(text_tag_list).map((tag) => wordsOf(nodeOf(tag).text))
  const head = [wordsOf(title), ...tags.map((tag) => `（${tag}）`)].join('')
  return [head, wordsOf(subtitle), ...elements(nodeOf(body).elements)].filter((line) => line !== '')
}

function elements(list: unknown): string[] {
  return listOf(list).flatMap((element) => lines(nodeOf(element)))
}

function lines(element: Node): string[] {
  switch (element.tag) {
    case 'button':
      return [`［${wordsOf(element.text)}］`]
    case 'column_set':
      return sideBySide(listOf(element.columns).map((column) => elements(nodeOf(column).elements)))
    case 'collapsible_panel':
      return [`▸ ${wordsOf(nodeOf(element.header).title)}`, ...elements(element.elements)]
    case 'table':
      return table(element)
    default: {
      const asked = wordsOf(element.label) || wordsOf(element.placeholder)
      if (asked) return [`〔${asked}〕`]
      const said = typeof element.content === 'string' ? element.content : wordsOf(element.text)
      return [...(said ? said.split('\n') : []), ...elements(element.elements)]
    }
  }
}

/** Columns of one line each are read across. */
function sideBySide(columns: string[][]): string[] {
  return columns.every((column) => column.length <= 1)
    ? [columns.flat().join('  ')]
    : columns.flat()
}

function table({ columns, rows }: Node): string[] {
  const names = listOf(columns).map((column) => nodeOf(column))
  const title = names.map(({ display_name, name }) => String(display_name ?? name)).join(' | ')
  const body = listOf(rows).map((row) =>
    names.map(({ name }) => cell(nodeOf(row)[String(name)])).join(' | '),
  )
  return [title, ...body]
}

function cell(value: unknown): string {
  if (Array.isArray(value)) return value.map(cell).join('、')
  return wordsOf(value) || (typeof value === 'object' ? '' : String(value ?? ''))
}

/** The words of a text object, '' for anything else. */
function wordsOf(text: unknown): string {
  const { content, text: inner } = nodeOf(text)
  return typeof content === 'string' ? content : typeof inner === 'string' ? inner : ''
}

const nodeOf = (value: unknown): Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
