/** 待办: what waits for me, for somebody else by right, for a unit or the bureau; most pressing first. */
import {
  anyone,
  command,
  oneOf,
  optional,
  page,
  type Spoken,
  scopes,
  stillOpen,
  type Whose,
  whose,
} from '../src/bot/index.ts'
import { owedBy } from '../src/bot/owed.ts'
import { pendingOf } from '../src/bot/pending.ts'
import { listCard } from '../src/views/list.ts'
import { owedAbove } from '../src/views/owed.ts'

const words = ['我的待办', '待办事项', '待办清单', '待办', '还有啥', '还有什么', '还有哪些', '我的']

export default command({
  name: '待办',
  aliases: words.filter((word) => word !== '待办'),
  also: /^(?:查看?|查询|看一?看?|列出)(?:一下|下)?(?=[^\d“"《]{0,14}待办(?:事项|清单)?(?:\s*(?:逾期|今天|本周|本月))*[^\p{Script=Han}]*$)/u,
  trails: true,
  about: '查看',
  summary: '看等我办的事；也可看科室的、全局的，逾期的、今天、本周、本月的',
  says: [
    '{which} {whose} {word} {left} {also} {page}',
    '{whose} {which} {word} {left} {page}',
    '{which} {word} {left} {whose} {also} {page}',
  ],
  slots: {
    whose: optional(whose),
    which: scopes,
    also: scopes,
    word: optional(oneOf('待办', words)),
    left: stillOpen,
    page,
  },
  who: anyone,
  examples: ['待办', '待办 金融科 逾期', '待办 本周'],
  async run(turn, filled) {
    const which = [...new Set([...filled.which, ...filled.also])]
    const list = await pendingOf(turn, filled.whose ?? 'self', which, filled.page)
    const name = nameOf(turn, filled.whose)
    const say = ['待办', filled.whose === null ? '' : name, ...which].filter((one) => one).join(' ')
    const title = [`${name}待办`, ...which].join(' · ')
    const own = filled.whose === null || filled.whose === 'self'
    const owed = own && which.length === 0 ? await owedBy(turn) : []
    const card = listCard({ ...list, title, say, above: owedAbove(owed) }, turn)
    const line = `${title}：${list.said}${owed.length > 0 ? `，另有${owed.length}项待报` : ''}`
    return { line, card, private: true, page: filled.page > 1 || list.total > list.rows.length }
  },
})

/** Whose list it is, so that the same words ask for its next page. */
function nameOf({ actor, directory }: Spoken, asked: Whose | null): string {
  if (asked === null || asked === 'self') return '我的'
  if (asked === 'all') return '全局'
  if (asked === 'home') return directory.unitName(actor.unit)
  if ('unit' in asked) return asked.unit.name
  const { person } = asked
  if (person.id === actor.id) return '我的'
  return directory.named(person.name).length > 1
    ? `${directory.unitName(person.unit)}${person.name}`
    : person.name
}
