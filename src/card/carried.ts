/** A value as JSON carries it: a pure copy without getters, prototypes or cycles. */
import type { Report } from './findings.ts'
import { isObject, type Unknown } from './json.ts'

/** The copy and its size in bytes of UTF-8, or undefined (with a finding) where the value is no JSON object. */
export function carried(
  value: unknown,
  what: string,
  report: Report,
): { copy: Unknown; bytes: number } | undefined {
  if (typeof value === 'string') {
    report.error('not-an-object', '', `收到的是字符串，请先解析为${what}对象`)
    return undefined
  }
  let functions = 0
  const note = (_key: string, one: unknown) => {
    if (typeof one === 'function') functions++
    return one
  }
  let json: string
  try {
    json = JSON.stringify(value, note) ?? 'null'
  } catch {
    report.error('json', '', '不能写成 JSON：有循环引用、大整数或嵌套过深')
    return undefined
  }
  if (functions > 0) report.error('json', '', '含有函数，不能写成 JSON')
  const copy: unknown = JSON.parse(json)
  if (isObject(copy)) return { copy, bytes: Buffer.byteLength(json) }
  report.error('not-an-object', '', `${what}应为一个对象`)
  return undefined
}
