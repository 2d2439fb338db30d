import { colour } from './colour.ts'
import { useCard } from './context.ts'
import { list, number, object, text } from './json.ts'

const FLEX: Record<string, string> = {
  stretch: 'cols-stretch',
  flow: 'cols-flow',
  bisect: 'cols-bisect',
  trisect: 'cols-trisect',
}
const ALIGN: Record<string, string> = { top: 'start', center: 'center', bottom: 'end' }
const GAPS: Record<string, string> = {
  small: '4px',
  medium: '8px',
  large: '12px',
  extra_large: '16px',
}

/** column_set: columns side by side, by weight, by content or by width; how they wrap is the flex_mode. */
export function ColumnSet({ node }: { node: Record<string, unknown> }) {
  const { draw } = useCard()
  const background = text(node.background_style)
  const split = /^(bi|tri)sect$/.test(text(node.flex_mode))
  const filled =
    background && background !== 'default' ? `filled fill-${colour(background, 'grey')}` : ''
  return (
    <div
      class={`cols ${FLEX[text(node.flex_mode)] ?? ''} ${filled}`}
      style={{ columnGap: gap(node.horizontal_spacing) }}
    >
      {list(node.columns).map((column, i) => {
        const one = object(column)
        const style = text(one.background_style)
        return (
          <div
            key={i}
            class={`col ${style && style !== 'default' ? `filled fill-${colour(style, 'grey')}` : ''}`}
            style={{
              ...(split ? {} : widthOf(one)),
              alignSelf: ALIGN[text(one.vertical_align)] ?? 'start',
              rowGap: gap(one.vertical_spacing),
            }}
          >
            {draw(one.elements)}
          </div>
        )
      })}
    </div>
  )
}

function widthOf(column: Record<string, unknown>): Record<string, string> {
  const width = text(column.width)
  if (/^\d+px$/.test(width)) return { flex: `0 0 ${width}` }
  if (width === 'auto') return { flex: '0 0 auto' }
  return { flex: `${number(column.weight, 1)} 1 0` }
}

/** A spacing by name or in pixels; 8 pixels otherwise. */
function gap(value: unknown): string {
  const name = text(value)
  return GAPS[name] ?? (/^\d+px$/.test(name) ? name : '8px')
}
