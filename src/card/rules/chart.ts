/** A chart is data: VChart's functions are not run (图表: 注意事项). */
import { at, isObject } from '../json.ts'
import type { Sheet } from '../sheet.ts'

/** A function written out as text. */
const FUNCTION = /^(?:async\s)?(?:function\b|\([\w\s,]{0,60}\)\s{0,9}=>|[a-z_]\w{0,30}\s{0,9}=>)/

/** No text in a chart's specification may be a function. */
export function checkCharts({ parts, report }: Sheet): void {
  for (const { tag, element, path } of parts) {
    if (tag !== 'chart') continue
    const rest: [value: unknown, path: string][] = [[element.chart_spec, at(path, 'chart_spec')]]
    for (let next = rest.pop(); next; next = rest.pop()) {
      const [value, where] = next
      if (typeof value === 'string' && FUNCTION.test(value.trimStart()))
        report.error('chart', where, '图表定义里不能有函数')
      else if (Array.isArray(value))
        value.forEach((one, i) => void rest.push([one, `${where}[${i}]`]))
      else if (isObject(value))
        for (const [key, one] of Object.entries(value)) rest.push([one, at(where, key)])
    }
  }
}
