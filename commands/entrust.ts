/** 登记职责: what a person answers for, in the words people ask by. */
import { admins, command, Declined, either, heads, person, record, text } from '../src/bot/index.ts'
import { heads as headsUnit, isAdmin } from '../src/domain/people/rights.ts'

/** One he can be found by. */
const WORD = /^.{2,20}$/u

export default command({
  name: '登记职责',
  also: /^登记\s*(?:业务)?(?:职责|分工)(?=[\s@:\p{Script=Han}]|[\u{F0000}-\u{F0FFF}])/u,
  about: '其他',
  summary: '登记一位同志负责的业务，供“谁管”查找',
  says: ['{person} {words}'],
  slots: { person, words: text },
  who: either(admins, heads),
  examples: ['登记职责 @王强 银企对接、惠企政策'],
  changes: true,
  async run(turn, { person, words }) {
    const { store, actor, directory } = turn
    if (!isAdmin(actor) && !headsUnit(actor, directory.units.get(person.unit)))
      throw new Declined('E-RIGHT-2', `${person.name}的职责由本科室负责人或管理员登记。`)
    const listed = [...new Set(words.split(/[、,，;；\s]+/).filter(Boolean))]
    const wrong = listed.find((word) => !WORD.test(word))
    if (wrong !== undefined)
      throw new Declined('E-REMIT-1', `“${wrong.slice(0, 20)}”请写2至20字，几项用“、”隔开。`, [
        `登记职责 @${person.name} 贴息、惠企政策`,
      ])
    const before = await store.remits.of(person.id)
    await store.remits.set(person.id, listed)
    const back = { what: 'remits', person: person.id, words: before } as const
    await record(turn, { verb: '登记职责', text: `${person.name}：${listed.join('、')}`, back })
    const unit = directory.unitName(person.unit)
    return {
      line: `已登记${unit}${person.name}负责：${listed.join('、')}。10分钟内可说“撤销”。`,
    }
  },
})
