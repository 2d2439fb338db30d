/** 讲评的图: closed and closed in time over the last months, as one drawing for paper; digits are strokes, since no font can be counted on. */

/** A month's two bars. */
export interface Bars {
  /** `2026-10`. */
  month: string
  closed: number
  inTime: number
}

const WIDTH = 640
const HEIGHT = 300
const FOOT = 250
const TOP = 40
const LEFT = 50
/** A digit's box; its strokes stand on a grid of two by four. */
const DIGIT = { width: 7, height: 12, gap: 4 }

/** The strokes of the digits, as points of the grid. */
const STROKES: Readonly<Record<string, string>> = {
  0: '0,0 2,0 2,4 0,4 0,0',
  1: '0.5,1 1,0 1,4',
  2: '0,0 2,0 2,2 0,2 0,4 2,4',
  3: '0,0 2,0 2,2 0.5,2 2,2 2,4 0,4',
  4: '0,0 0,2 2,2 2,0 2,4',
  5: '2,0 0,0 0,2 2,2 2,4 0,4',
  6: '2,0 0,0 0,4 2,4 2,2 0,2',
  7: '0,0 2,0 1,4',
  8: '0,0 2,0 2,4 0,4 0,0 0,2 2,2',
  9: '2,2 0,2 0,0 2,0 2,4 0,4',
}

/** The drawing as SVG: a pair of bars a month, the months below, the counts above. */
export function reviewSvg(bars: readonly Bars[]): string {
  const most = Math.max(1, ...bars.map((one) => one.closed))
  const step = (WIDTH - LEFT - 20) / Math.max(1, bars.length)
  const wide = Math.min(34, step / 3)
  const shapes = bars.flatMap(({ month, closed, inTime }, i) => {
    const middle = LEFT + step * (i + 0.5)
    return [
      bar(middle - wide - 2, closed, most, wide, '#9DB7DA'),
      bar(middle + 2, inTime, most, wide, '#2F6EBA'),
      digits(Number(month.slice(5)), middle, FOOT + 18, '#404040'),
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#FFFFFF"/>`,
    `<path d="M${LEFT} ${FOOT}H${WIDTH - 20}" stroke="#808080" fill="none"/>`,
    ...shapes,
    '</svg>',
  ].join('')
}

/** The same as PNG, for readers that draw no SVG. */
export async function reviewPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js')
  const fitTo = { mode: 'width', value: WIDTH * 2 } as const
  return new Resvg(svg, { fitTo, font: { loadSystemFonts: false } }).render().asPng()
}

/** The size at which it is printed, in pixels. */
export const PICTURE = { width: 560, height: Math.round((560 * HEIGHT) / WIDTH) }

function bar(x: number, value: number, most: number, wide: number, color: string): string {
  const tall = ((FOOT - TOP - 20) * value) / most
  const top = FOOT - tall
  const box = `<rect x="${round(x)}" y="${round(top)}" width="${round(wide)}" height="${round(tall)}" fill="${color}"/>`
  return box + digits(value, x + wide / 2, top - DIGIT.height - 5, '#404040')
}

/** A number centred at x, its top at y. */
function digits(value: number, x: number, y: number, color: string): string {
  const signs = [...String(value)]
  const whole = signs.length * (DIGIT.width + DIGIT.gap) - DIGIT.gap
  const lines = signs.map((sign, i) => {
    const left = x - whole / 2 + i * (DIGIT.width + DIGIT.gap)
    const points = (STROKES[sign] ?? '').split(' ').map((point) => {
      const [dx = 0, dy = 0] = point.split(',').map(Number)
      return `${round(left + (dx * DIGIT.width) / 2)},${round(y + (dy * DIGIT.height) / 4)}`
    })
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/>`
  })
  return lines.join('')
}

const round = (value: number): number => Math.round(value * 10) / 10
