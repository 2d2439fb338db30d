/** lint-card: what the platform would say to a card, before it is sent. */
import { checkCard } from '../../card/check.ts'
import type { Findings } from '../../card/findings.ts'
import type { Desk, Exit } from '../desk.ts'
import { readJson } from '../read-json.ts'

/** One JSON line a file; 1 when a card would be refused, 2 when a file cannot be read. */
export function lintCard(desk: Desk, files: string[]): Exit {
  let exit: Exit = 0
  for (const file of files) {
    const read = readJson(file)
    if ('wrong' in read) {
      desk.note(`${file}：${read.wrong}`)
      desk.out(JSON.stringify({ file, ...failed(read.missing ? 'file' : 'json', read.wrong) }))
      exit = read.missing ? 2 : exit || 1
      continue
    }
    const findings = checkCard(cardIn(read.value))
    desk.out(JSON.stringify({ file, ...findings }))
    if (!findings.ok) exit ||= 1
  }
  return exit
}

function failed(rule: string, message: string): Findings {
  return { ok: false, findings: [{ level: 'error', rule, path: '', message }] }
}

/** The card in what was stored: itself, a message's body, a callback's answer, or a wrapper with `card`. */
function cardIn(stored: unknown, deep = 0): unknown {
  const value = typeof stored === 'string' ? parsed(stored) : stored
  if (typeof value !== 'object' || value === null || Array.isArray(value) || deep > 3) return value
  const { card, content, type, data, body, elements } = value as Record<string, unknown>
  if (card !== undefined) return cardIn(card, deep + 1)
  if (typeof content === 'string') return cardIn(content, deep + 1)
  if (type === 'raw' && data !== undefined && !body && !elements) return cardIn(data, deep + 1)
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
