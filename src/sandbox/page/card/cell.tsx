import { isoDay, timeText } from '../calendar.ts'
import { Lit } from '../lit.tsx'
import { MarkdownText } from '../markdown/view.tsx'
import { colour } from './colour.ts'
import { useCard } from './context.ts'
import { list, number, object, text } from './json.ts'
import { PersonChip } from './person.tsx'

/** One cell of a table, by the data type of its column. */
export function Cell({ column, value }: { column: Record<string, unknown>; value: unknown }) {
  const { world } = useCard()
  switch (column.data_type) {
    case 'lark_md':
    case 'markdown':
      return <MarkdownText content={text(value)} />
    case 'number':
      return <>{figure(object(column.format), value)}</>
    case 'date':
      return (
        <>{typeof value === 'number' ? moment(text(column.date_format), value) : text(value)}</>
      )
    case 'options':
      if (!Array.isArray(value)) return <Lit text={text(value)} />
      return (
        <span class="tags">
          {value.map(object).map((option, i) => (
            <span key={i} class={`tag tag-${colour(option.color, 'blue')}`}>
              <Lit text={text(option.text)} />
            </span>
          ))}
        </span>
      )
    case 'persons': {
      const ids = (Array.isArray(value) ? list(value) : [value]).map(text).filter(Boolean)
      return (
        <span class="people-row">
          {ids.map((id, i) => (
            <PersonChip key={i} world={world} id={id} picture name />
          ))}
        </span>
      )
    }
    default:
      return <Lit text={text(value)} />
  }
}

function figure(format: Record<string, unknown>, value: unknown): string {
  if (typeof value !== 'number') return text(value)
  const precision = number(format.precision, -1)
  const digits =
    precision < 0 ? {} : { minimumFractionDigits: precision, maximumFractionDigits: precision }
  const grouped = value.toLocaleString('zh-CN', {
    useGrouping: format.separator === true,
    ...digits,
  })
  return `${text(format.symbol)}${grouped}`
}

/** Fills YYYY MM DD HH mm of a date format with Beijing time. */
function moment(format: string, at: number): string {
  const [year = '', month = '', day = ''] = isoDay(at).split('-')
  const [hour = '', minute = ''] = timeText(at).split(':')
  return (format || 'YYYY/MM/DD')
    .replace('YYYY', year)
    .replace('MM', month)
    .replace('DD', day)
    .replace('HH', hour)
    .replace('mm', minute)
}
