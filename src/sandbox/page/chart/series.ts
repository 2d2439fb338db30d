import { list, number, object, text } from '../card/json.ts'

/** A chart's numbers: one row of values per series, one value per category (undefined where there is none). */
interface ChartData {
  categories: string[]
  series: { name: string; values: (number | undefined)[] }[]
}

/** The records of a VChart spec, whichever way `data` wraps them. */
export function records(spec: Record<string, unknown>): Record<string, unknown>[] {
  const data = Array.isArray(spec.data) ? spec.data[0] : spec.data
  return list(object(data).values).map(object)
}

/** The first field of a name or list of names. */
export function fieldName(value: unknown): string {
  return text(Array.isArray(value) ? value[0] : value)
}

/** Arranges records by category and series. */
export function arrange(spec: Record<string, unknown>, category: string, value: string): ChartData {
  const split = fieldName(spec.seriesField)
  const rows = records(spec)
  const categories = [...new Set(rows.map((row) => text(row[category])))]
  const names = [...new Set(rows.map((row) => (split ? text(row[split]) : '')))]
  // A series named after the category only colours the bars.
  const own = split === '' || split === category ? [''] : names
  const series = own.map((name) => ({
    name,
    values: categories.map((one) => {
      const row = rows.find(
        (other) => text(other[category]) === one && (!name || text(other[split]) === name),
      )
      return row ? number(row[value], 0) : undefined
    }),
  }))
  return { categories, series }
}

/** The top of an axis for numbers up to `most`: 1, 2, 2.5 or 5 times a power of ten, four steps of it. */
export function axisTop(most: number): number {
  if (!(most > 0)) return 4
  const raw = most / 4
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= raw) ?? 10
  return step * power * 4
}

/** A figure on an axis or beside a bar, without the noise of binary fractions. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(6)))
}
