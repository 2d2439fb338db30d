/** One spelling for many: full-width, traditional and spaced writing folded, with the way back to the text as written. */

/** The folded text; `at[i]` is the offset in the original of folded character i, and the original's length at the end. */
export interface Folded {
  text: string
  at: readonly number[]
}

const PAIRS =
  '週周號号後后內内個个兩两禮礼時时點点鐘钟當当節节國国慶庆間间從从開开會会報报辦办結结們们這这來来達达應应號号' +
  '農农曆历歷历臘腊陽阳陰阴歲岁關关過过還还發发務务請请遲迟於于並并與与為为裡里裏里單单雙双幾几終终總总' +
  '○〇Ｏ〇壹一贰二貳二叁三參三肆四伍五陆六陸六柒七捌八玖九拾十卄廿' +
  '（(）)［[］]【[】]〔[〕]：:∶:﹕:．.／/－-–-—-―-‐-‑-−-～~〜~〰~，,、、；;！!？?　 '

const FOLDED = new Map<number, string>()
for (let i = 0; i < PAIRS.length; i += 2) FOLDED.set(PAIRS.charCodeAt(i), PAIRS.charAt(i + 1))

const isSpace = (code: number): boolean =>
  code === 32 ||
  code === 9 ||
  code === 0xa0 ||
  code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x202f ||
  code === 0xfeff

const isWord = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

// A message that is longer carries its deadline at its head or at its tail.
const HEAD = 1500
const TAIL = 500

/** Folds a text; of a long one only the head and the tail, unless the whole is wanted. Spaces go, except one between two Latin letters or digits, where leaving it out would join two numbers. */
export function fold(original: string, whole = false): Folded {
  let text = ''
  const at: number[] = []
  let spaced = false
  let last = 0
  for (let i = 0; i < original.length; i++) {
    if (i === HEAD && original.length > HEAD + TAIL && !whole) {
      i = original.length - TAIL
      text += '\n'
      at.push(HEAD)
    }
    const code = original.charCodeAt(i)
    if (isSpace(code)) {
      spaced = true
      continue
    }
    const char =
      code < 0x80
        ? original.charAt(i)
        : code > 0xff00 && code < 0xff5f
          ? (FOLDED.get(code) ?? String.fromCharCode(code - 0xfee0))
          : (FOLDED.get(code) ?? original.charAt(i))
    const now = char.charCodeAt(0)
    if (spaced && isWord(last) && isWord(now)) {
      text += ' '
      at.push(i - 1)
    }
    text += char
    at.push(i)
    spaced = false
    last = now
  }
  at.push(original.length)
  // 元月 is January.
  return { text: text.replace(/(?<![\d万亿千百美欧日港三])元月/g, '一月'), at }
}

/** Whether the original had a space, or nothing at all, before a folded character. */
export function gapBefore(folded: Folded, i: number): boolean {
  return i === 0 || (folded.at[i] ?? 0) - (folded.at[i - 1] ?? 0) > 1
}
