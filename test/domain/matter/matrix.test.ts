/** The full matrix of domain.md D.2: state × event × part. What is not in the table is refused, naming what comes next. */
import { describe, expect, test } from 'vitest'
import { Declined } from '../../../src/domain/declined.ts'
import type { Status } from '../../../src/domain/matter/matter.ts'
import { nextStep } from '../../../src/domain/matter/transitions.ts'
import { deeds, type Verb } from './deeds.ts'
import { directory, matterIn, people, type Someone } from './life.ts'

const states: readonly Status[] = [
  'draft',
  'registered',
  'assigned',
  'signed',
  'in_progress',
  'close_requested',
  'completed',
  'closed_out',
  'archived',
  'suspended',
  'withdrawn',
  'merged',
]

/** What the event makes of each state it is allowed in. `=` stays. */
const D2: Record<Verb, Partial<Record<Status, Status | '='>>> = {
  立项: { draft: 'registered' },
  转办: { registered: 'assigned', assigned: 'assigned' },
  批示承办单位: { registered: 'assigned', assigned: 'assigned' },
  签收: { assigned: 'signed' },
  退签: { assigned: 'registered' },
  分办: { signed: 'in_progress', in_progress: '=' },
  报: { in_progress: '=' },
  延期: { in_progress: '=' },
  准延: { in_progress: '=', close_requested: '=' },
  办结: { in_progress: 'close_requested' },
  退回: { close_requested: 'in_progress' },
  同意: { close_requested: 'completed' },
  销号: { completed: 'closed_out' },
  批示: {
    registered: '=',
    assigned: '=',
    signed: '=',
    in_progress: '=',
    close_requested: '=',
    completed: 'in_progress',
    suspended: '=',
  },
  重办: { closed_out: 'in_progress' },
  挂起: {
    registered: 'suspended',
    assigned: 'suspended',
    signed: 'suspended',
    in_progress: 'suspended',
    close_requested: 'suspended',
    completed: 'suspended',
  },
  恢复: { suspended: 'in_progress' },
  撤项: { draft: 'withdrawn', registered: 'withdrawn', assigned: 'withdrawn' },
  并项: {
    draft: 'merged',
    registered: 'merged',
    assigned: 'merged',
    signed: 'merged',
    in_progress: 'merged',
    close_requested: 'merged',
    completed: 'merged',
    suspended: 'merged',
  },
  改标题: {
    draft: '=',
    registered: '=',
    assigned: '=',
    signed: '=',
    in_progress: '=',
    close_requested: '=',
    completed: '=',
    suspended: '=',
  },
  改时限: {
    draft: '=',
    registered: '=',
    assigned: '=',
    signed: '=',
    in_progress: '=',
    suspended: '=',
  },
  催办: {
    draft: '=',
    registered: '=',
    assigned: '=',
    signed: '=',
    in_progress: '=',
    close_requested: '=',
    completed: '=',
    suspended: '=',
  },
  说不: { assigned: '=', signed: '=', in_progress: '=' },
  免协: { draft: '=', registered: '=', assigned: '=', signed: '=', in_progress: '=' },
}

/** Who may, where a leader instructed it; and where the 督查室 assigned it, if that differs. */
const who: Record<Verb, { instruction: Someone[]; office?: Someone[] }> = {
  立项: { instruction: ['督查员'] },
  转办: { instruction: ['督查员'] },
  批示承办单位: {
    instruction: ['交办领导', '分管领导', '主要领导'],
    office: ['分管领导', '主要领导'],
  },
  签收: { instruction: ['主办科长', '联络员'] },
  退签: { instruction: ['主办科长'] },
  分办: { instruction: ['主办科长'] },
  报: { instruction: ['承办人', '主办科长'] },
  延期: { instruction: ['承办人', '主办科长'] },
  准延: { instruction: ['督查员', '交办领导'], office: ['督查员'] },
  办结: { instruction: ['主办科长'] },
  退回: { instruction: ['督查员', '交办领导'], office: ['督查员'] },
  同意: { instruction: ['督查员', '交办领导'], office: ['督查员'] },
  销号: { instruction: ['交办领导'], office: ['督查员'] },
  批示: { instruction: ['交办领导', '分管领导', '其他领导', '主要领导'] },
  重办: { instruction: ['督查员', '交办领导'], office: ['督查员'] },
  挂起: { instruction: ['分管领导'] },
  恢复: { instruction: ['分管领导'] },
  撤项: { instruction: ['交办领导'], office: ['分管领导'] },
  并项: { instruction: ['督查员'] },
  改标题: { instruction: ['督查员', '交办领导'], office: ['督查员'] },
  改时限: { instruction: ['督查员', '交办领导'], office: ['督查员'] },
  催办: { instruction: ['督查员', '交办领导', '分管领导'], office: ['督查员', '分管领导'] },
  说不: { instruction: ['承办人', '主办科长', '分管领导'] },
  免协: { instruction: ['主办科长'] },
}

/** Cells that differ from the rows and columns above. */
const special: Record<string, Status | '=' | null> = {}
// The 督查室 asks for it; the leader's consent withdraws it.
for (const origin of ['instruction', 'office'])
  for (const state of ['draft', 'registered', 'assigned'])
    special[`${origin} ${state} 撤项 督查员`] = '='
for (const origin of ['instruction', 'office']) {
  // Another round is not for a leader who has nothing to do with the matter.
  special[`${origin} completed 批示 其他领导`] = null
  // Before it is handed out nobody carries it yet who could say no.
  for (const state of ['assigned', 'signed']) special[`${origin} ${state} 说不 承办人`] = null
}
special['office completed 批示 交办领导'] = null

const cells = (['instruction', 'office'] as const).flatMap((origin) =>
  states.flatMap((state) =>
    (Object.keys(deeds) as Verb[]).map((verb) => ({ origin, state, verb })),
  ),
)

function expected(origin: 'instruction' | 'office', state: Status, verb: Verb, one: Someone) {
  const cell = special[`${origin} ${state} ${verb} ${one}`]
  if (cell !== undefined) return cell === '=' ? state : cell
  const to = D2[verb][state]
  const may = who[verb][origin === 'office' ? 'office' : 'instruction'] ?? who[verb].instruction
  return to !== undefined && may.includes(one) ? (to === '=' ? state : to) : null
}

/** Words by which a refusal names a person or an office that may. */
const named = new RegExp(
  [...Object.keys(people), '督查室', '领导', '负责人', '联络员', '承办人', '交办人', '请定'].join(
    '|',
  ),
)

describe('every cell of state × event × part', () => {
  test.each(cells)('$origin, $state: $verb', ({ origin, state, verb }) => {
    for (const one of Object.keys(people) as Someone[]) {
      const matter = matterIn(state, origin)
      const want = expected(origin, state, verb, one)
      const cell = `${origin} ${state} ${verb} ${one}`
      let got: Status | null = null
      try {
        got = deeds[verb](matter, people[one]).matter.status
      } catch (error) {
        if (!(error instanceof Declined)) throw error
        expect(error.code, cell).toMatch(/^E-(STATE|RIGHT|REFUSAL)-\d$/)
        const { say, next = '' } = nextStep(matter, directory)
        const namesNext = error.say.includes(say) || (next !== '' && error.say.includes(next))
        expect(namesNext || named.test(error.say), `${cell}: ${error.say}`).toBe(true)
        expect(error.say, cell).toMatch(/^12号.*。$/)
      }
      expect(got, cell).toBe(want)
    }
  })
})
