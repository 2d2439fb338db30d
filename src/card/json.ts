/** Small words for JSON whose contents are not known yet. */

/** A JSON object of unknown contents. */
export type Unknown = { [key: string]: unknown }

/** Whether the value is an object of JSON (no array, no null). */
export function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value where it is an object, else an empty one. */
export function objectOf(value: unknown): Unknown {
  return isObject(value) ? value : {}
}

/** The value where it is an array, else an empty one. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A path one attribute further. */
export function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** A value as it may stand in a message, cut short. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? '空值'
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

/** The table's own entry; `constructor` and its like are none. */
export function own<T>(table: { [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
