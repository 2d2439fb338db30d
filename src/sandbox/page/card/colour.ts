const NAMES = new Set([
  'default',
  'neutral',
  'blue',
  'wathet',
  'turquoise',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'white',
])

/** The colour a card names, without its shade (`red-500` is red); `otherwise` for one the platform does not know. */
export function colour(value: unknown, otherwise: string): string {
  const name = typeof value === 'string' ? value.trim().toLowerCase().split('-')[0] : undefined
  if (name === 'gray') return 'grey'
  return name && NAMES.has(name) ? name : otherwise
}
