/** The sentence without the phrase. */
import type { Span } from './reading.ts'

/** The text without a span, and without the brackets and commas that only held it; trimmed, spaces collapsed. */
export function without(text: string, [from, to]: Span): string {
  let head = text.slice(0, from)
  let tail = text.slice(to)
  if (/[(（[【〔]\s*$/.test(head) && /^\s*[)）\]】〕]/.test(tail)) {
    head = head.replace(/[(（[【〔]\s*$/, '')
    tail = tail.replace(/^\s*[)）\]】〕]/, '')
  }
  if (/^[\s]*$/.test(head) || /(?:[,，、;；:：。\s(（]|请|务必|须)$/.test(head))
    tail = tail.replace(/^[\s]*[,，、;；:：]+/, '')
  if (/^[\s]*[。.!！?？]*[\s]*$/.test(tail)) head = head.replace(/[,，、;；:：\s]+$/, '')
  return `${head}${tail}`.replace(/\s+/g, ' ').trim()
}
