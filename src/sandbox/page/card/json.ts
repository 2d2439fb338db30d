/** Reading what a bot sent without trusting its shape: each returns an empty value of its kind instead of throwing. */

/** A JSON object, or an empty one. */
export function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}

/** A JSON array, or an empty one. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A string (a number becomes one), or an empty one. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : ''
}

/** A finite number, or `otherwise`. */
export function number(value: unknown, otherwise: number): number {
  const read = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof read === 'number' && Number.isFinite(read) ? read : otherwise
}

/** The words of a text object, preferring its Chinese variant. */
export function words(value: unknown): string {
  const node = object(value)
  return text(object(node.i18n_content).zh_cn) || text(node.content)
}
