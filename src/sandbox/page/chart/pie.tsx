import { number, text } from '../card/json.ts'
import { Legend } from './legend.tsx'
import { fieldName, figure, records } from './series.ts'

const SIZE = 220
const RADIUS = 90

/** A pie or, with an inner radius, a ring; each part with its share in the legend. */
export function Pie({ spec }: { spec: Record<string, unknown> }) {
  const category = fieldName(spec.categoryField)
  const field = fieldName(spec.valueField)
  const parts = records(spec).map((row) => ({
    name: text(row[category]),
    value: Math.max(0, number(row[field], 0)),
  }))
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  const inner = RADIUS * Math.min(0.9, Math.max(0, number(spec.innerRadius, 0)))
  let start = 0
  return (
    <>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} class="round" role="img" aria-label="饼图">
        {parts.map(({ name, value }, i) => {
          const from = start
          const share = total > 0 ? value / total : 0
          start += share
          return (
            <path key={name} class={`c${i % 8} slice`} d={slice(from, share, inner)}>
              <title>{`${name} ${figure(value)}`}</title>
            </path>
          )
        })}
      </svg>
      <Legend
        names={parts.map(({ name, value }) => {
          const share = total > 0 ? Math.round((value / total) * 100) : 0
          return `${name} ${figure(value)}（${share}%）`
        })}
      />
    </>
  )
}

/** A slice from `from` over `share` of the circle, clockwise from the top; a whole circle is drawn as nearly one. */
function slice(from: number, share: number, inner: number): string {
  const span = Math.min(share, 0.99999)
  const large = span > 0.5 ? 1 : 0
  const a = point(from, RADIUS)
  const b = point(from + span, RADIUS)
  if (inner === 0) return `M${SIZE / 2} ${SIZE / 2}L${a}A${RADIUS} ${RADIUS} 0 ${large} 1 ${b}Z`
  const c = point(from + span, inner)
  const d = point(from, inner)
  return `M${a}A${RADIUS} ${RADIUS} 0 ${large} 1 ${b}L${c}A${inner} ${inner} 0 ${large} 0 ${d}Z`
}

function point(turn: number, radius: number): string {
  const angle = turn * 2 * Math.PI
  const x = SIZE / 2 + radius * Math.sin(angle)
  const y = SIZE / 2 - radius * Math.cos(angle)
  return `${x.toFixed(2)} ${y.toFixed(2)}`
}
