/** Reading JSON that others wrote: a field is either what we hope for, or absent. Nothing here throws. */
import type { Instant } from '../domain/time/day.ts'

/** An object of JSON, with unknown fields. */
export type Fields = Record<string, unknown>

const NOTHING: Fields = Object.freeze({})
const LAST_INSTANT = 8.64e15
const PRIVATE_PLANE = /[\u{F0000}-\u{FFFFD}]/gu

/** The value as an object; an empty one where it is a list, a scalar or absent. */
export function fields(value: unknown): Fields {
  return isFields(value) ? value : NOTHING
}

/** Whether the value is an object (not a list, not null). */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a list; an empty one where it is anything else. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** The first of the values that is a text with something in it; else ''. */
export function word(...values: unknown[]): string {
  for (const value of values) if (typeof value === 'string' && value !== '') return value
  return ''
}

/** The text as an object of JSON; an object is taken as it is; an empty object where it is neither. */
export function parsed(value: unknown): Fields {
  if (typeof value !== 'string') return fields(value)
  try {
    return fields(JSON.parse(value))
  } catch {
    return NOTHING
  }
}

/**
 * The first of the values that names a moment, in milliseconds. The platform sends seconds, milliseconds and
 * microseconds (feishu-platform.md 1.2), as numbers and as texts: the magnitude tells which.
 */
export function moment(...values: unknown[]): Instant | undefined {
  for (const value of values) {
    const number = typeof value === 'number' ? value : Number.parseFloat(word(value))
    if (!(number > 0)) continue
    const at = Math.floor(inMilliseconds(number))
    if (at <= LAST_INSTANT) return at
  }
  return undefined
}

function inMilliseconds(number: number): number {
  if (number < 1e11) return number * 1e3
  if (number < 1e14) return number
  return number < 1e17 ? number / 1e3 : number / 1e6
}

/** The text without the private characters that stand for mentions and form fields, so that nobody can type one. */
export function withoutPrivate(text: string): string {
  return text.replace(PRIVATE_PLANE, '')
}
