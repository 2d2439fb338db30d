/** Patterns tried at one place of a text and nowhere else. */

import { NUMBER } from './numerals.ts'

/** A pattern that matches only where it is asked to; `{n}` stands for a number, `{d}` for one of up to two digits. */
export function sticky(source: string): RegExp {
  return new RegExp(
    source
      .replaceAll('{n}', NUMBER)
      .replaceAll('{d}', '(?:\\d{1,2}(?!\\d)|[一二三四五六七八九十廿卅]{1,3})'),
    'y',
  )
}

/** The match of a sticky pattern at a place, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
