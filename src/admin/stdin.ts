/** Lines of JSON on standard input, one object each. */
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** Calls back with each object in order; a line that is none is told with its number, and the rest goes on. */
export async function eachObject(
  from: Readable,
  hear: (object: Record<string, unknown>) => Promise<void> | void,
  wrong: (say: string) => void,
): Promise<void> {
  let number = 0
  for await (const line of createInterface({ input: from, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (line.trim() === '') continue
    let object: unknown
    try {
      object = JSON.parse(line)
    } catch {
      wrong(`第${number}行不是 JSON`)
      continue
    }
    if (object === null || typeof object !== 'object' || Array.isArray(object))
      wrong(`第${number}行应为一个 JSON 对象`)
    else await hear(object as Record<string, unknown>)
  }
}
