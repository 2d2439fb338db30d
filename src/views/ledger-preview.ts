/** What an edited ledger would change, before it does: the changes, what is stale, and what must be put right first. */
import { button, buttons, card, note, panel, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'

export interface LedgerPreview {
  /** Lines of the file that name a matter. */
  rows: number
  said: readonly string[]
  stale: readonly string[]
  findings: readonly string[]
  /** What to confirm; nothing where there is nothing, or something is wrong. */
  draft: number | undefined
}

const MOST = 30

/** The preview, with a button that confirms where nothing is wrong. */
export function ledgerPreviewCard(preview: LedgerPreview): Card {
  const { rows, said, stale, findings, draft } = preview
  const elements: Element[] = [text(`共${rows}行，改动${said.length}件。`)]
  if (findings.length > 0)
    elements.push(
      text(`有${findings.length}处需要改正，改好后请重新发送，目前没有作任何变动：`),
      ...shown(findings),
    )
  if (said.length > 0) elements.push(panel(`改动（${said.length}件）`, shown(said), { open: true }))
  if (stale.length > 0)
    elements.push(
      panel(`未采纳（${stale.length}件）`, [...shown(stale), note('请重新导出后再改。')]),
    )
  if (draft !== undefined)
    elements.push(
      buttons([button({ text: '确认导入', say: `台账导入 确认 ${draft}`, type: 'primary' })]),
    )
  return card({ title: '台账核对', color: findings.length > 0 ? 'orange' : 'blue', elements })
}

/** The preview in one line. */
export const previewSaid = ({ said, stale, findings }: LedgerPreview): string =>
  [
    said.length > 0 ? `改动${said.length}件` : '没有改动',
    ...(stale.length > 0 ? [`${stale.length}件已有新变动未采纳`] : []),
    ...(findings.length > 0 ? [`${findings.length}处需要改正`] : []),
  ].join('，')

const shown = (lines: readonly string[]): Element[] => [
  ...lines.slice(0, MOST).map((line) => text(line)),
  ...(lines.length > MOST ? [note(`另有${lines.length - MOST}条。`)] : []),
]
