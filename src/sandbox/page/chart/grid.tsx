import { figure } from './series.ts'

/** The drawing's size and the room for axes, in its own units. */
export const BOX = { width: 520, height: 240, left: 44, right: 12, top: 14, bottom: 28 }

/** The height of the plot. */
export const PLOT = BOX.height - BOX.top - BOX.bottom

/** Where a value lies from the top, on an axis up to `top`. */
export function heightOf(value: number, top: number): number {
  return BOX.top + PLOT - (Math.max(0, value) / top) * PLOT
}

/** Five level lines with their figures. */
export function Grid({ top }: { top: number }) {
  return (
    <g class="grid">
      {[0, 1, 2, 3, 4].map((step) => {
        const y = heightOf((top * step) / 4, top)
        return (
          <g key={step}>
            <line x1={BOX.left} x2={BOX.width - BOX.right} y1={y} y2={y} />
            <text x={BOX.left - 6} y={y + 4} text-anchor="end">
              {figure((top * step) / 4)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** The names of the categories below; every second or third one where they would touch. */
export function Categories({ names }: { names: string[] }) {
  const room = (BOX.width - BOX.left - BOX.right) / Math.max(1, names.length)
  const longest = Math.max(...names.map((name) => name.length), 1)
  const every = Math.max(1, Math.ceil((Math.min(longest, 6) * 12) / room))
  return (
    <g class="grid">
      {names.map((name, i) =>
        i % every === 0 ? (
          <text key={name} x={BOX.left + room * (i + 0.5)} y={BOX.height - 8} text-anchor="middle">
            {name.length > 6 ? `${name.slice(0, 5)}…` : name}
          </text>
        ) : null,
      )}
    </g>
  )
}
