import { CHARTS } from '../chart/chart.tsx'
import { object, text, words } from './json.ts'

/** chart: a VChart spec drawn as SVG; a type the page does not draw is named. */
export function Chart({ node }: { node: Record<string, unknown> }) {
  const spec = object(node.chart_spec)
  const type = text(spec.type)
  const Drawn = CHARTS.get(type)
  const title = words(spec.title) || text(object(spec.title).text)
  if (!Drawn) return <p class="unknown">暂不支持的图表：{type || '（没有 type）'}</p>
  return (
    <figure class="chart" aria-label={title || '图表'}>
      {title && <figcaption>{title}</figcaption>}
      <Drawn spec={spec} />
    </figure>
  )
}
