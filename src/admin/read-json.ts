/** A file of JSON that somebody stored, perhaps with a byte order mark. */
import { readFileSync } from 'node:fs'

/** The value with its text, or in Chinese what is wrong; `missing` when there is no such file to read. */
export type Read = { text: string; value: unknown } | { wrong: string; missing: boolean }

/** Reads the file; never throws. */
export function readJson(file: string): Read {
  let text: string
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return { wrong: '打不开这个文件', missing: true }
  }
  try {
    return { text, value: JSON.parse(text) }
  } catch {
    return { wrong: '不是 JSON', missing: false }
  }
}
