/** What a check found, gathered in the order of the card. */

/** One finding: `path` is written as in `body.elements[0].text`, `message` is for people, in Chinese. */
export interface Finding {
  level: 'error' | 'warning'
  rule: string
  path: string
  message: string
}

/** The result of a check; warnings leave `ok` true. */
export interface Findings {
  ok: boolean
  findings: Finding[]
}

/** More than this many findings tell nobody anything. */
const MOST = 100

/** Collects findings; after the hundredth it only remembers whether an error came. */
export class Report {
  readonly findings: Finding[] = []
  private failed = false

  error(rule: string, path: string, message: string): void {
    this.failed = true
    this.add({ level: 'error', rule, path, message })
  }

  warning(rule: string, path: string, message: string): void {
    this.add({ level: 'warning', rule, path, message })
  }

  private add(finding: Finding): void {
    if (this.findings.length < MOST) this.findings.push(finding)
  }

  result(): Findings {
    return { ok: !this.failed, findings: this.findings }
  }
}
