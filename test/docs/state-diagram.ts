/** docs/state.md as the rules have it: the table of transitions, how a matter is born, and what 撤销 makes of it. */
import { assign } from '../../src/domain/matter/assign.ts'
import { isOpen, type Matter, type Status } from '../../src/domain/matter/matter.ts'
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
  const births: [string, Status][] = [
    ['交办', born(leader, null).status],
    ['科内交办', born(head, staff).status],
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
    '| 说 | 从 | 到 | 代码 |',
    '|---|---|---|---|',
    ...births.map(([word, to]) => `| ${word} | （新事项） | ${said(to)} | \`assign\` |`),
    ...(Object.keys(transitions) as Event[]).map((event) => {
      const { word, from, to } = transitions[event]
      return `| ${word} | ${from.map(said).join('、')} | ${said(to)} | \`${event}\` |`
    }),
    '',
    '- 退签的事项回到待转办，由督查室转办；退回的事项回到办理中，时限照走。',
    '- 延期获准只改时限，不改状态；原定时限保留在卡片上。',
    '- 十分钟内说“撤销”，事项回到这句话之前的状态；撤销的是交办本身的，事项撤项，编号不再使用。',
    '- 已销号、已撤项是终点。',
    '',
  ].join('\n')
}

/** One arrow for each pair of states, with every word that leads that way. */
function arrowsOf(): Arrow[] {
  const arrows: Arrow[] = []
  for (const { word, from, to } of Object.values(transitions))
    for (const start of from) {
      const known = arrows.find((one) => one.from === start && one.to === to)
      if (known) known.words.push(word)
      else arrows.push({ from: start, to, words: [word] })
    }
  return arrows
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
