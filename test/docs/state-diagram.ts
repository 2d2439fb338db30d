/** docs/state.md as the rules have it: the table of transitions, how a matter is born, and what 撤销 makes of it. */
import { assign } from '../../src/domain/matter/assign.ts'
import { assignByInstruction } from '../../src/domain/matter/instruct.ts'
import { isOpen, type Matter, type Status } from '../../src/domain/matter/matter.ts'
import type { Player } from '../../src/domain/matter/players.ts'
import { draft } from '../../src/domain/matter/register.ts'
import { type Event, transitions } from '../../src/domain/matter/transitions.ts'
import { undo } from '../../src/domain/matter/undo.ts'
import { directoryOf } from '../../src/domain/people/directory.ts'
import type { Person, Post, Unit } from '../../src/domain/people/person.ts'
import { statusSaid } from '../../src/views/words.ts'

const NOW = 0
const DUE = 86_400_000

const leader = person(1, 'leader')
const head = person(2, 'head')
const staff = person(3, 'staff')
const unit: Unit = {
  id: 1,
  name: '甲科',
  aliases: [],
  kind: 'department',
  parent: null,
  head: head.id,
  charge: leader.id,
  members: [],
  ends: null,
}
const directory = directoryOf([leader, head, staff], [unit])

interface Arrow {
  from: Status
  to: Status
  words: string[]
}

/** The whole document. */
export function stateDocument(): string {
  const arrows = arrowsOf()
  const births: [string, Status, string][] = [
    ['交办', born(leader, null).status, '局领导、督查室'],
    ['科内交办', born(head, staff).status, '负责人'],
    ['批示', byWord().status, '局领导'],
    ['拟办', drafted().status, '局领导、督查室、会议秘书、联络员'],
  ]
  const newborn: Matter = { ...born(leader, null), id: 1, formal: '批示-001', rev: 1, head: '' }
  const birth = { verb: '交办', rev: 1, before: null }
  const taken = undo(newborn, { by: leader, at: NOW }, birth, directory).matter.status
  const states = [
    ...new Set([
      ...births.map(([, to]) => to),
      ...arrows.flatMap(({ from, to }) => [from, to]),
      taken,
    ]),
  ]
  const ends = states.filter((status) => !isOpen({ status }))
  return [
    '# 事项状态图',
    '',
    '本页由 `test/docs/state-diagram.ts` 按 `src/domain/matter/transitions.ts` 生成，与代码不符时测试不通过。',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...states.map((status) => `  ${status}: ${said(status)}`),
    ...births.map(([word, to]) => `  [*] --> ${to}: ${word}`),
    ...arrows.map(({ from, to, words }) => `  ${from} --> ${to}: ${words.join('、')}`),
    ...births.map(([word, to]) => `  ${to} --> ${taken}: 撤销${word}`),
    ...ends.map((status) => `  ${status} --> [*]`),
    '```',
    '',
    '| 行 | 说 | 从 | 到 | 谁可以 | 代码 |',
    '|---|---|---|---|---|---|',
    ...births.map(
      ([word, to, who], i) =>
        `| ${i === 3 ? 1 : 3} | ${word} | （新事项） | ${said(to)} | ${who} | \`${birthRules[i]}\` |`,
    ),
    ...(Object.keys(transitions) as Event[]).map((event) => {
      const { row, word, from, to, who } = transitions[event]
      const whose = who.map((part) => parts[part]).join('、') || '到时自动'
      const leads = to === null ? (event === 'resume' ? '挂起之前' : '不变') : said(to)
      return `| ${row ?? ''} | ${word} | ${from.map(said).join('、')} | ${leads} | ${whose} | \`${event}\` |`
    }),
    '',
    '行号是事项状态规定的行；20 至 22 是补上的三行，没有行号的不改变状态。',
    '',
    '- 退签的事项回到待转办，由督查室转办或领导批示；同一事项只能退签一次，领导批示过的不能再退签。',
    '- 退回的事项回到办理中，时限照走；待销号时领导有新批示的，轮次加一，继续办理。',
    '- 延期获准只改时限，不改状态；最初的时限永不抹去。',
    '- 挂起最长一个月，到复核日自动恢复到挂起之前的状态。',
    '- 撤项只在签收之前：交办人或督查室申请，交办的领导或分管领导同意。',
    '- 重办一次记一次；销号满90天归档，归档后只供查阅。',
    '- 十分钟内说“撤销”，事项回到这句话之前的状态；撤销的是交办本身的，事项撤项，编号不再使用。',
    '',
  ].join('\n')
}

const birthRules = ['assign', 'assign', 'assignByInstruction', 'draft']

const parts: Record<Player, string> = {
  handler: '承办人',
  head: '承办单位负责人',
  liaison: '联络员',
  asker: '负责人（科内事项由承办人）',
  assigner: '交办人',
  author: '交办或批示的领导',
  consenter: '交办的领导或分管领导',
  supervisor: '督查室',
  leader: '局领导',
  charge: '分管领导',
  principal: '主要领导',
  extender: '审批延期的人',
  reviewer: '审核人',
  closer: '交办或批示的领导，无批示的由督查室',
}

/** One arrow for each pair of states, with every word that leads that way. */
function arrowsOf(): Arrow[] {
  const arrows: Arrow[] = []
  const rows = Object.values(transitions).filter(({ from, to }) => to !== null || from.length === 1)
  const back = transitions.suspend.from.map((to) => ({
    word: '恢复',
    from: ['suspended'] as const,
    to,
  }))
  for (const { word, from, to: target } of [...rows.filter(({ word }) => word !== '恢复'), ...back])
    for (const start of from) {
      const to = target ?? start
      const known = arrows.find((one) => one.from === start && one.to === to)
      if (known) known.words.push(word)
      else arrows.push({ from: start, to, words: [word] })
    }
  return arrows
}

function byWord() {
  const order = { title: '一件事', basis: null, lead: unit, person: null, due: DUE }
  const whole = { ...order, provisional: false, chat: null }
  return assignByInstruction({ by: leader, at: NOW }, whole, '一件事', directory).matter
}

function drafted() {
  const order = { title: '一件事', basis: null, lead: unit, person: null, due: DUE }
  return draft({ by: leader, at: NOW }, { ...order, provisional: false, chat: null }, directory)
    .matter
}

function born(by: Person, handler: Person | null) {
  const order = { title: '一件事', basis: null, lead: unit, person: handler, due: DUE }
  return assign({ by, at: NOW }, { ...order, provisional: false, chat: null }, directory).matter
}

function said(status: Status): string {
  return statusSaid({ status, returned: 0, extension: null })
}

function person(id: number, post: Post): Person {
  const nobody = { title: '', openId: null, unionId: null, mobile: null, left: false }
  return { ...nobody, id, name: post, unit: 1, post, roles: [] }
}
