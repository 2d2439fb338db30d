/** JSON for reading: strings that themselves hold a JSON object or array (a message's content, a card) are opened up. */
export function opened(value: unknown): unknown {
  if (typeof value === 'string') return inside(value)
  if (Array.isArray(value)) return value.map(opened)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, opened(part)]))
}

function inside(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text
  try {
    return opened(JSON.parse(text))
  } catch {
    return text
  }
}
