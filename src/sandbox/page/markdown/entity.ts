const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  sim: '\u223c',
  zwj: '\u200d',
  reg: '®',
  copy: '©',
}

/** The character an entity at the head of `text` stands for and its length; undefined where there is none. */
export function entityAt(text: string): { char: string; length: number } | undefined {
  const found = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,6}));/.exec(text)
  if (!found) return undefined
  const [whole, decimal, hex, name] = found
  if (name !== undefined) {
    const char = NAMED[name]
    return char === undefined ? undefined : { char, length: whole.length }
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  return { char: valid ? String.fromCodePoint(code) : '\ufffd', length: whole.length }
}
