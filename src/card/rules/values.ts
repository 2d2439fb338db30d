/** Tests of single values: links, measures, days and times. Each is linear in the length of the text. */

/** A link that clients open: http(s), an AppLink, or the word that switches a client off (卡片常见问题). */
export function isLink(text: string): boolean {
  return (
    /^https?:\/\/[^\s<>"]+$/i.test(text) ||
    /^(?:lark|feishu):\/\/applink\.\S+$/.test(text) ||
    text === 'lark://msgcard/unsupported_action'
  )
}

const FORMS = {
  date: { shape: /^\d{4}-\d\d-\d\d$/, says: 'yyyy-MM-dd' },
  time: { shape: /^\d\d:\d\d$/, says: 'HH:mm' },
  datetime: { shape: /^\d{4}-\d\d-\d\d \d\d:\d\d$/, says: 'yyyy-MM-dd HH:mm' },
}

/** The written form of a moment, or undefined where the text is one (an existing day, a time below 24:00). */
export function misread(text: string, form: keyof typeof FORMS): string | undefined {
  const { shape, says } = FORMS[form]
  if (!shape.test(text)) return says
  const day = form === 'time' ? '2000-01-01' : text.slice(0, 10)
  const clock = form === 'date' ? '00:00' : text.slice(-5)
  const at = Date.parse(`${day}T${clock}:00Z`)
  if (Number.isNaN(at)) return says
  return new Date(at).toISOString().startsWith(`${day}T${clock}`) ? undefined : says
}

/** Whether every one of the values stands within the bounds of its unit; a bare 0 needs no unit. */
export function isMeasure(
  text: string,
  bounds: {
    px?: readonly [number, number]
    percent?: readonly [number, number]
    times?: readonly number[]
  },
): boolean {
  const values = text.split(' ')
  if (!(bounds.times ?? [1]).includes(values.length)) return false
  return values.every((one) => {
    const [, number, unit] = /^(-?\d{1,4}(?:\.\d{1,3})?)(px|%)?$/.exec(one) ?? []
    if (number === undefined) return false
    const range = unit === '%' ? bounds.percent : bounds.px
    if (!range || (unit === undefined && Number(number) !== 0)) return false
    return Number(number) >= range[0] && Number(number) <= range[1]
  })
}
