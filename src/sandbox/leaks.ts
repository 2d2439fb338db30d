/** What the tenant's data loss prevention refuses in a group: plaintext phone numbers, e-mails, ID numbers (230028). */
import { isNode } from './card-tree.ts'

const LEAKS = [
  /(?<![0-9A-Za-z_])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?)\d{4}(?:[- ]?)\d{4}(?![0-9A-Za-z_])/,
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,5}\.[A-Za-z]{2,}/,
  /(?<![0-9A-Za-z_])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z_])/,
]

/** Attributes nobody reads on the screen. */
const UNSEEN = new Set([
  'behaviors',
  'value',
  'name',
  'element_id',
  'img_key',
  'image_key',
  'file_key',
  'url',
  'href',
])

/** Whether anything visible in a message's content leaks. Table rows are visible whatever their columns are called. */
export function leaks(content: unknown, inRows = false): boolean {
  if (typeof content === 'string' || typeof content === 'number')
    return LEAKS.some((leak) => leak.test(String(content)))
  if (Array.isArray(content)) return content.some((entry) => leaks(entry, inRows))
  if (!isNode(content)) return false
  return Object.entries(content).some(
    ([key, value]) => (inRows || !UNSEEN.has(key)) && leaks(value, inRows || key === 'rows'),
  )
}
