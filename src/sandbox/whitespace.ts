/** JSON as no serializer of ours would write it: a receiver that parses and writes again before verifying fails. */

/**
 * Valid JSON for `value` in one of several spellings picked by `chance` (a number in [0, 1)):
 * compact, spaced, indented with tabs and CRLF, with `\/`, or with every character beyond ASCII as `\uXXXX`.
 */
export function oddly(value: unknown, chance: number): string {
  const spelling = spellings[Math.floor(chance * spellings.length)] ?? JSON.stringify
  return spelling(value)
}

/** A solidus occurs in JSON only inside strings, so escaping all of them is safe; so is \uXXXX. */
const slashed = (json: string) => json.replaceAll('/', '\\/')
const ascii = (json: string) =>
  json.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

const spellings: ((value: unknown) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => ` ${JSON.stringify(value, null, 1).replaceAll('\n', ' ')} \n`,
  (value) => `${JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n')}\r\n`,
  (value) => slashed(JSON.stringify(value, null, 3)),
  (value) => slashed(ascii(JSON.stringify(value))),
]
