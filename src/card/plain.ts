/** Words that people typed, made fit for a card: nothing invisible, nothing that turns the line round, not too long. */
import type { PlainText } from './parts.ts'

// C0 but the newline, DEL and C1; soft hyphen, zero-width and bidirectional marks, isolates and overrides;
// interlinear and variation tricks of plane 14; the private-use planes; halves of surrogate pairs.
const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\u{f0000}-\u{10ffff}\p{Cs}]/gu

/** The text without control, bidirectional, zero-width and private-use characters; line breaks become `\n`. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(INVISIBLE, '')
}

/** The text with at most `limit` characters (UTF-16 units, as the platform counts); a cut shows as `…`. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const last = text.charCodeAt(limit - 2)
  const half = last >= 0xd800 && last <= 0xdbff
  return text.slice(0, limit - (half ? 2 : 1)) + '…'
}

/** Clean text on one line, cut to a limit. */
export function line(text: string, limit: number): string {
  return cut(
    clean(text)
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
    limit,
  )
}

/** Where text is cut, in characters (buttons and placeholders: the platform's own limits). */
export const LIMIT = {
  title: 100,
  tag: 30,
  paragraph: 2000,
  label: 20,
  fact: 500,
  cell: 200,
  short: 100,
}

/** A plain text object of clean text on one line. */
export function plain(text: string, limit: number): PlainText {
  return { tag: 'plain_text', content: line(text, limit) }
}
