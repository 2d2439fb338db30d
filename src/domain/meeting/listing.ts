/** The lines of a pasted paper: their list marks taken off, several items in one line cut apart, labels below an item joined to it. */
import { labelledIn } from './labels.ts'

export interface Line {
  /** As it was written, without the space around it. */
  words: string
  /** Without its list mark. */
  content: string
  /** How deep its mark stands: 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①, 6 for a dot; 0 without one. */
  depth: number
}

const CN = '[一二三四五六七八九十百]{1,4}'
/** What a number in front of a space counts: 12 家企业 is no list mark. */
const MEASURE = '[月日号年天周季时分家个项件笔人户次条万亿千百元份名期批]'

/** Marks by their depth; a decimal (1.5亿元), 第一议题 and 3 家企业 are none. */
const MARKS: readonly [number, RegExp][] = [
  [
    1,
    new RegExp(
      `^(?:${CN}\\s*[、.．]|第(?:${CN}|\\d{1,3})(?:[项条点]\\s*[:：、，,.．]?|[、，,:：.．])|${CN}是[:：，,]?)\\s*`,
      'u',
    ),
  ],
  [2, new RegExp(`^[（(〔]\\s*${CN}\\s*[）)〕]\\s*[、.．]?\\s*|^[㈠-㈩]\\s*`, 'u')],
  [
    3,
    new RegExp(
      `^(?:\\d{1,3}\\s*(?:[、．)）]|\\.(?!\\d))|[⒈-⒛]|\\d{1,3}[\\s|｜]{1,8}(?!${MEASURE})(?=[\\p{Script=Han}@《“]))[\\s|｜]*`,
      'u',
    ),
  ],
  [4, /^(?:[（(]\s*\d{1,3}\s*[）)]|[⑴-⒇])\s*[、.．]?\s*/u],
  [5, /^[①-⑳㉑-㉟❶-❿➀-➉⓵-⓾]\s*[、.．]?\s*/u],
  [6, /^(?:[•·●◆■□▪➢✓√◇○◎☆◦‣]|[-–—*+](?=[\s\p{Script=Han}@《“]))\s*/u],
]

/** The innermost mark is the line's own: `1. ① …`. */
const MOST_MARKS = 3

/** Marks that stand inside a line, in front of each of several items: 一是…；二是…, ①…②…, （1）…（2）…. */
const INSIDE: readonly RegExp[] = [
  /(?<=^|[；;。：:，,\s])(?=[一二三四五六七八九十]是)/gu,
  /(?<=^|[；;。：:，,\s])(?=第[一二三四五六七八九十][，,、：:])/gu,
  /(?=[①-⑳])/gu,
  /(?<=^|[；;。：:\s])(?=[（(]\d{1,2}[）)])/gu,
  /(?<=^|[；;。：:\s])(?=\d{1,2}[、．](?!\d))/gu,
]

/** Every line that says something, in order. */
export function linesIn(text: string): Line[] {
  const lines: Line[] = []
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\v\f]/u)) {
    const words = raw.trim()
    if (!/[\p{L}\p{N}]/u.test(words)) continue
    const above = lines.at(-1)
    if (above && isLabel(words)) {
      above.words += `；${words}`
      above.content += `；${words}`
    } else lines.push(...partsOf(words).map(lineOf))
  }
  return lines
}

/** A line of labelled fields alone says more of the item above it; 时间： is the meeting's own. */
const isLabel = (words: string): boolean =>
  !/^(?:会议)?时间/u.test(words) && !/[\p{L}\p{N}]/u.test(labelledIn(words).rest)

/** The items of one line, each with its mark. */
function partsOf(words: string): string[] {
  for (const mark of INSIDE) {
    const parts = words.split(mark).map((part) => part.trim())
    const marked = parts.filter((part) => lineOf(part).depth > 0).length
    if (marked >= 2) return parts.filter((part) => lineOf(part).content !== '')
  }
  return [words]
}

function lineOf(words: string): Line {
  let content = words.replace(/^[|｜\s]+|[|｜\s]+$/gu, '')
  let depth = 0
  for (let n = 0; n < MOST_MARKS; n++) {
    const hit = MARKS.map(
      ([deep, mark]) => [deep, mark.exec(content)?.[0].length ?? 0] as const,
    ).find(([, length]) => length > 0)
    if (!hit) break
    depth = hit[0]
    content = content.slice(hit[1])
  }
  return { words, content: content.trim(), depth }
}
