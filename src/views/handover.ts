/** 移交 in words: which matters went to whom. */
import type { Directory } from '../domain/people/directory.ts'
import { shortened } from './words.ts'

/** More lines than this are counted; the ledger has them all. */
const MOST = 30

/** A head line with the count, then `12号 报送方案 → 李娜` line by line. */
export function handoverSaid(
  head: string,
  passed: readonly { id: number; title: string; to: number | null }[],
  directory: Directory,
): string {
  const lines = passed.slice(0, MOST).map(({ id, title, to }) => {
    const heir = to === null ? '' : ` → ${directory.name(to)}`
    return `${id}号 ${shortened(title, 28)}${heir}`
  })
  const more = passed.length > MOST ? [`另有${passed.length - MOST}件，可查台账。`] : []
  return [`${head}（${passed.length}件）：`, ...lines, ...more].join('\n')
}
