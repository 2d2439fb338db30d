/** 规则: everybody may look at the office's rules; an admin changes them, previewed and confirmed. */
import {
  anyone,
  command,
  Declined,
  draftNumber,
  fetchDropped,
  oneOf,
  optional,
  privatePlace,
  remark,
  ruleNamed,
  type Spoken,
  sendingCard,
  sheetsFile,
} from '../src/bot/index.ts'
import { confirmRules, previewRules, previewTable, withoutOwn } from '../src/bot/rules.ts'
import { amended } from '../src/domain/matter/profile-amendment.ts'
import { isAdmin } from '../src/domain/people/rights.ts'
import { ruleCard, rulesCard } from '../src/views/rules.ts'
import { rulesSheet } from '../src/views/rules-sheet.ts'

export default command({
  name: '规则',
  about: '其他',
  summary: '看13710等规则的步骤和时限；管理员可以修改',
  says: ['确认 {draft}', '{sheet}', '{change} {named} {text}'],
  slots: {
    draft: draftNumber,
    sheet: optional(oneOf('导出', ['导出'])),
    change: optional(oneOf('做什么', ['修改', '改', '恢复', '停用'])),
    named: ruleNamed,
    text: remark,
  },
  who: anyone,
  examples: ['规则', '规则 13710', '规则 改 13710 首次反馈 2天'],
  changes: true,
  takesFile: (turn) =>
    turn.place.startsWith('p:') &&
    isAdmin(turn.actor) &&
    /规则.*\.xlsx$/i.test(turn.file?.name ?? ''),
  async run(turn, { draft, sheet, change, named, text }) {
    if (turn.file) return fetchDropped(turn, turn.file, 'profile')
    if (sheet) return sendTable(turn)
    if (draft === null && !named)
      return {
        line: `现行规则${turn.profiles.size}条。`,
        card: rulesCard(turn.profiles, isAdmin(turn.actor)),
        private: true,
      }
    if (!change && draft === null)
      return { line: `规则 ${named!.rule.name}`, card: ruleCard(named!.rule) }
    if (!isAdmin(turn.actor))
      throw new Declined('E-RIGHT-1', '规则由管理员修改，您可以看。', ['规则'])
    if (draft !== null) {
      const said = await confirmRules(turn, draft)
      return {
        line: `规则已改：${said}。只对今后交办的起作用。10分钟内可说“撤销”。`,
        private: true,
      }
    }
    const { rule } = named!
    if (change === '恢复' || change === '停用') return withoutOwn(turn, rule)
    return previewRules(turn, { keep: [amended(rule, text)], drop: [] })
  },
  async fetched(turn, fetched) {
    const { line, card } = await previewTable(turn, fetched.bytes ?? new Uint8Array())
    await turn.post({
      kind: 'send',
      place: turn.place,
      body: card ? sendingCard(card) : { content: { lines: [line] } },
      class: 'answer',
    })
    return { outcome: 'acted', reply: line }
  },
})

async function sendTable(turn: Spoken) {
  await turn.post({
    ...sheetsFile(`规则-${turn.today}.xlsx`, [rulesSheet(turn.profiles)], turn.now),
    place: privatePlace(turn.actor.id),
    class: 'answer',
  })
  return { line: '规则表已私聊发给您；管理员改好后直接发回来，核对后确认。' }
}
