/** The figures as a bar picture. */
import { ratioOf } from './figures.ts'
import { NAMES, type Run } from './table.ts'

const WIDTH = 720
const LEFT = 280
const ROW = 26

/** An SVG of how many times the SDK's adapter each candidate reaches, disk by disk. */
export function picture({ disks }: Run): string {
  const rows: string[] = []
  const bars = disks.flatMap(({ name, figures }) => {
    const sdk = figures.find((one) => one.candidate === 'sdk')
    const shown = figures.filter((one) => one.candidate !== 'null')
    return sdk
      ? shown.map((one) => ({
          disk: name,
          label: NAMES[one.candidate].replaceAll('*', ''),
          ours: one.candidate === 'bot',
          times: ratioOf(one.rates, sdk.rates).median,
        }))
      : []
  })
  const most = Math.max(1, ...bars.map((bar) => bar.times))
  let y = 10
  let disk = ''
  for (const bar of bars) {
    if (bar.disk !== disk) {
      disk = bar.disk
      y += 12
      rows.push(text(10, y + 12, disk, 'font-weight="bold"'))
      y += ROW
    }
    const length = (bar.times / most) * (WIDTH - LEFT - 70)
    const colour = bar.ours ? '#c0392b' : '#95a5a6'
    rows.push(
      text(LEFT - 8, y + 14, bar.label, 'text-anchor="end"'),
      `<rect x="${LEFT}" y="${y + 3}" width="${length.toFixed(1)}" height="${ROW - 10}" fill="${colour}"/>`,
      text(LEFT + length + 6, y + 14, `${bar.times.toFixed(2)} ×`),
    )
    y += ROW - 4
  }
  const size = `width="${WIDTH}" height="${y + 12}" viewBox="0 0 ${WIDTH} ${y + 12}"`
  const ground = `<rect width="${WIDTH}" height="${y + 12}" fill="#fff"/>`
  const style = 'font-family="sans-serif" font-size="12" fill="#2c3e50"'
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${style}>\n<title>Answers a second, as multiples of the SDK adapter</title>\n${[ground, ...rows].join('\n')}\n</svg>\n`
}

function text(x: number, y: number, words: string, more = ''): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${x.toFixed(1)}" y="${y}" ${more}>${safe}</text>`
}
