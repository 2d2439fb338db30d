import { number, text } from '../card/json.ts'
import { fieldName, records } from './series.ts'

interface Part {
  name: string
  share: number
}

/** Shares between 0 and 1 with their names, from whichever fields the spec uses. */
function partsOf(spec: Record<string, unknown>): Part[] {
  const name = fieldName(spec.categoryField) || fieldName(spec.yField)
  const value = fieldName(spec.valueField) || fieldName(spec.xField)
  return records(spec).map((row) => ({
    name: text(row[name]),
    share: Math.min(1, Math.max(0, number(row[value], 0))),
  }))
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

/** Bars of progress, one below the other. */
export function LinearProgress({ spec }: { spec: Record<string, unknown> }) {
  return (
    <ul class="progress">
      {partsOf(spec).map(({ name, share }, i) => (
        <li key={i}>
          <span class="progress-name">{name}</span>
          <progress max={1} value={share} aria-label={name || '进度'} />
          <span>{percent(share)}</span>
        </li>
      ))}
    </ul>
  )
}

const RADIUS = 42
const AROUND = 2 * Math.PI * RADIUS

/** Rings of progress with the share in the middle. */
export function CircularProgress({ spec }: { spec: Record<string, unknown> }) {
  return (
    <div class="rings">
      {partsOf(spec).map(({ name, share }, i) => (
        <figure key={i}>
          <svg viewBox="0 0 100 100" role="img" aria-label={`${name} ${percent(share)}`}>
            <circle class="ring-base" cx="50" cy="50" r={RADIUS} />
            <circle
              class="ring"
              cx="50"
              cy="50"
              r={RADIUS}
              stroke-dasharray={`${AROUND * share} ${AROUND}`}
              transform="rotate(-90 50 50)"
            />
            <text x="50" y="56" text-anchor="middle">
              {percent(share)}
            </text>
          </svg>
          <figcaption>{name}</figcaption>
        </figure>
      ))}
    </div>
  )
}
