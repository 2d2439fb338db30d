/** What only shows when the lines of a roster are held against each other. */
import type { RosterRow } from '../domain/people/roster-row.ts'
import { postWords } from './roster-words.ts'

export interface CrossFinding {
  line: number
  level: 'error' | 'warning'
  say: string
}

/** Duplicates, shared mobiles, two heads of one unit, charges over units that have no people. */
export function amongLines(rows: readonly RosterRow[]): CrossFinding[] {
  const findings: CrossFinding[] = []
  const inUnit = new Map<string, RosterRow[]>()
  const byMobile = new Map<string, RosterRow>()
  const heads = new Map<string, RosterRow>()
  const units = new Set(rows.map((row) => row.unit))

  for (const row of rows) {
    const { line, name, unit } = row
    const namesakes = inUnit.get(`${name} ${unit}`) ?? []
    inUnit.set(`${name} ${unit}`, [...namesakes, row])
    // Two of one name in one unit are possible, but only their mobiles can prove it.
    const twin = namesakes.find((one) => !one.mobile || !row.mobile || one.mobile === row.mobile)
    if (twin) {
      findings.push({ line, level: 'error', say: `${name}（${unit}）与第${twin.line}行重复` })
      continue
    }
    const sharer = row.mobile && byMobile.get(row.mobile)
    if (sharer)
      findings.push({ line, level: 'error', say: `手机号与第${sharer.line}行${sharer.name}相同` })
    else if (row.mobile) byMobile.set(row.mobile, row)

    const head = heads.get(unit)
    if (row.post === 'head' && head)
      findings.push({
        line,
        level: 'warning',
        say: `${unit}已有${postWords.head}（第${head.line}行${head.name}），请核对`,
      })
    else if (row.post === 'head') heads.set(unit, row)

    for (const charge of row.charges ?? [])
      if (!units.has(charge))
        findings.push({
          line,
          level: 'warning',
          say: `分管部门“${charge}”在部门列中没有出现，请核对名称`,
        })
  }
  return findings
}
