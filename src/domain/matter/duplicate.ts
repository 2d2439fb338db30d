/** 查重: two open matters about the same thing in one unit are one too many (D.2 row 2). */
import type { Matter } from './matter.ts'

type Wording = Pick<Matter, 'title' | 'basis'>

/** How much of two titles' pairs of characters must be shared. */
const NEAR = 0.8

/** The open matter of the same lead unit that a new one repeats: near-identical in title, or from the same paper. */
export function duplicateOf(order: Wording, open: readonly Matter[]): Matter | undefined {
  const paper = paperNumber(order.basis)
  return open.find(
    (one) => alike(order.title, one.title) || (paper !== null && paper === paperNumber(one.basis)),
  )
}

/** Whether two titles say the same: most of their pairs shared, and no number or period different. */
export function alike(one: string, other: string): boolean {
  if (numbersIn(one) !== numbersIn(other)) return false
  const [left, right] = [pairsOf(one), pairsOf(other)]
  const shared = [...left].filter((pair) => right.has(pair)).length
  return left.size + right.size > 0 && (2 * shared) / (left.size + right.size) >= NEAR
}

/** 文号: 豫政办〔2026〕12号, 市政府批示2026-31号; a meeting's number is none, since one meeting settles many things. */
export function paperNumber(basis: string | null): string | null {
  const found =
    /[\p{Script=Han}]{1,12}\s*[〔[［(（]?\d{4}[〕\]］)）]?\s*[-第]?\s*\d{1,5}\s*号/u.exec(
      basis ?? '',
    )
  return found ? found[0].replace(/[^\p{Script=Han}\d]/gu, '') : null
}

/** 三季度 and 四季度, 第1批 and 第2批 are not the same thing, however alike the rest. */
const numbersIn = (title: string): string =>
  (
    title.match(
      /\d+|[一二三四五六七八九十两]+(?=[季月批期年次轮周个科处])|[上下本]半?[年月季周]|[甲乙丙丁东西南北]/gu,
    ) ?? []
  ).join()

function pairsOf(title: string): Set<string> {
  const letters = [...title.replace(/[^\p{L}\p{N}]/gu, '').replace(/^(?:关于|请|尽快|抓紧)/u, '')]
  const pairs = new Set(letters.length === 1 ? letters : [])
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(`${letters[i]}${letters[i + 1]}`)
  return pairs
}
