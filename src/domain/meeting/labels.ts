/** Fields written behind their names: `责任单位：金融科；配合单位：预算科；完成时限：12月5日`. */

export interface Labelled {
  /** What stands behind 责任单位、牵头单位、责任人; null without such a name. */
  lead: string | null
  support: string | null
  due: string | null
  /** The line without them. */
  rest: string
}

const UNITS = '(?:单位|科室|部门|处室|人员|同志|人)'
const NAMES: readonly ['lead' | 'support' | 'due' | 'none', string][] = [
  ['lead', `(?:责任|牵头|主办|承办|负责|落实|主责|经办|办理)${UNITS}`],
  ['support', `(?:配合|协办|协助|参与|协同|会办)${UNITS}`],
  ['due', '(?:完成|办结|办理|落实|整改|反馈|报送)?(?:时限|期限|时间节点|时间)(?:要求)?'],
  ['none', '(?:责任|牵头|分管|包联|挂牌)领导'],
]
const NAMED = new RegExp(
  `(?<=^|[，,；;。、（(【\\[\\s|｜—–])(?:${NAMES.map(([, name]) => `(${name})`).join('|')})\\s*(?:[:：]|为|是(?!否))\\s*`,
  'gu',
)

/** Takes the labelled fields out of a line; a field ends where the next begins, at ；。） or the line's end. */
export function labelledIn(text: string): Labelled {
  const fields: Labelled = { lead: null, support: null, due: null, rest: text }
  const hits = [...text.matchAll(NAMED)]
  let rest = ''
  let from = 0
  for (const [i, hit] of hits.entries()) {
    const start = hit.index + hit[0].length
    const until = hits[i + 1]?.index ?? text.length
    const kind = NAMES[hit.slice(1).findIndex((name) => name !== undefined)]![0]
    // Behind a date a comma goes on with the line; between units it only parts them.
    const ends =
      kind === 'lead' || kind === 'support' ? /[；;。）)】\]|｜]/u : /[，,；;。）)】\]|｜]/u
    const end = ends.exec(text.slice(start, until))
    const to = end ? start + end.index : until
    const value = text.slice(start, to).trim()
    if (kind !== 'none' && value) fields[kind] ??= value
    rest += `${text.slice(from, hit.index)}`
    from = to
  }
  fields.rest = rest + text.slice(from)
  return fields
}
