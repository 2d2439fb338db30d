import { BOX, Categories, Grid, heightOf, PLOT } from './grid.tsx'
import { Legend } from './legend.tsx'
import { arrange, axisTop, fieldName, figure } from './series.ts'

/** Bars, upright or lying (`direction: "horizontal"`), side by side or stacked (`stack: true`). */
export function Bars({ spec }: { spec: Record<string, unknown> }) {
  const lying = spec.direction === 'horizontal'
  const x = fieldName(spec.xField)
  const y = fieldName(spec.yField)
  const data = lying ? arrange(spec, y, x) : arrange(spec, x, y)
  const stacked = spec.stack === true
  const sums = data.categories.map((_, i) => {
    const values = data.series.map((one) => one.values[i] ?? 0)
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values, 0)
  })
  const top = axisTop(Math.max(...sums, 0))
  const props = { data, top, stacked }
  return (
    <>
      {lying ? <Lying {...props} /> : <Upright {...props} />}
      <Legend names={data.series.map((one) => one.name)} />
    </>
  )
}

interface BarsProps {
  data: ReturnType<typeof arrange>
  top: number
  stacked: boolean
}

function Upright({ data, top, stacked }: BarsProps) {
  const room = (BOX.width - BOX.left - BOX.right) / Math.max(1, data.categories.length)
  const lanes = stacked ? 1 : data.series.length
  const thick = Math.min(36, (room * 0.7) / lanes)
  return (
    <svg viewBox={`0 0 ${BOX.width} ${BOX.height}`} role="img" aria-label="柱状图">
      <Grid top={top} />
      {data.categories.map((category, i) => {
        let below = 0
        return data.series.map(({ name, values }, j) => {
          const value = values[i] ?? 0
          const start = stacked ? below : 0
          below += value
          const lane = stacked ? 0 : j
          const left = BOX.left + room * (i + 0.5) - (thick * lanes) / 2 + thick * lane
          const height = (value / top) * PLOT
          const y = heightOf(start + value, top)
          return (
            <g key={`${category} ${name}`}>
              <rect class={`c${j % 8}`} x={left} y={y} width={thick * 0.92} height={height}>
                <title>{`${category} ${name} ${figure(value)}`}</title>
              </rect>
              {!stacked && lanes === 1 && (
                <text class="value" x={left + thick / 2} y={y - 4} text-anchor="middle">
                  {figure(value)}
                </text>
              )}
            </g>
          )
        })
      })}
      <Categories names={data.categories} />
    </svg>
  )
}

/** Room for the names on the left and the figures on the right of lying bars. */
const NAMES = 110
const FIGURES = 48

function Lying({ data, top, stacked }: BarsProps) {
  const lanes = stacked ? 1 : data.series.length
  const row = Math.max(26, lanes * 16 + 8)
  const height = row * data.categories.length
  const long = BOX.width - NAMES - FIGURES
  return (
    <svg viewBox={`0 0 ${BOX.width} ${height}`} role="img" aria-label="条形图">
      {data.categories.map((category, i) => {
        let before = 0
        return (
          <g key={category}>
            <text class="name" x={NAMES - 8} y={row * (i + 0.5) + 4} text-anchor="end">
              {category.length > 8 ? `${category.slice(0, 7)}…` : category}
            </text>
            {data.series.map(({ name, values }, j) => {
              const value = values[i] ?? 0
              const start = stacked ? before : 0
              before += value
              const thick = (row - 10) / lanes
              const y = row * i + 5 + (stacked ? 0 : thick * j)
              const x = NAMES + (start / top) * long
              const width = (value / top) * long
              return (
                <g key={name}>
                  <rect class={`c${j % 8}`} x={x} y={y} width={width} height={thick * 0.9}>
                    <title>{`${category} ${name} ${figure(value)}`}</title>
                  </rect>
                  {!stacked && (
                    <text class="value" x={x + width + 6} y={y + thick / 2 + 4}>
                      {figure(value)}
                    </text>
                  )}
                </g>
              )
            })}
          </g>
        )
      })}
    </svg>
  )
}
