import { BOX, Categories, Grid, heightOf, PLOT } from './grid.tsx'
import { Legend } from './legend.tsx'
import { arrange, axisTop, fieldName, figure } from './series.ts'

/** Lines, or areas when the type says so; a gap where a series has no value. */
export function Lines({ spec }: { spec: Record<string, unknown> }) {
  const data = arrange(spec, fieldName(spec.xField), fieldName(spec.yField))
  const all = data.series.flatMap(({ values }) => values.map((value) => value ?? 0))
  const top = axisTop(Math.max(...all, 0))
  const room = (BOX.width - BOX.left - BOX.right) / Math.max(1, data.categories.length)
  const filled = spec.type === 'area'
  return (
    <>
      <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label="折线图">
        <Grid top={top} />
        {data.series.map(({ name, values }, j) => {
          const points = values.flatMap((value, i) =>
            value === undefined
              ? []
              : [{ i, value, x: BOX.left + room * (i + 0.5), y: heightOf(value, top) }],
          )
          const path = points
            .map(({ i, x, y }, k) => `${points[k - 1]?.i === i - 1 ? 'L' : 'M'}${x} ${y}`)
            .join('')
          const first = points[0]
          const last = points.at(-1)
          const base = BOX.top + PLOT
          return (
            <g key={name}>
              {filled && first && last && (
                <path
                  class={`c${j % 8} wash`}
                  d={`${path}L${last.x} ${base}L${first.x} ${base}Z`}
                />
              )}
              <path class={`l${j % 8} stroke`} d={path} />
              {points.map(({ i, value, x, y }) => (
                <circle key={i} class={`c${j % 8}`} cx={x} cy={y} r="3">
                  <title>{`${data.categories[i]} ${name} ${figure(value)}`}</title>
                </circle>
              ))}
            </g>
          )
        })}
        <Categories names={data.categories} />
      </svg>
      <Legend names={data.series.map((one) => one.name)} />
    </>
  )
}
