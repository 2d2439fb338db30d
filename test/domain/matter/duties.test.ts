/** Steps and their dates: lists are found by the next date, so what has a limit of its own is named. */
import { expect, test } from 'vitest'
import { dutiesOf, ownDated } from '../../../src/domain/matter/duties.ts'
import { type Matter, nextDate } from '../../../src/domain/matter/matter.ts'
import type { Status } from '../../../src/domain/matter/status.ts'
import { DAY, DUE, directory, matterIn, NOW, people } from './life.ts'

const statuses: Status[] = [
  ...(['draft', 'registered', 'assigned', 'signed', 'in_progress'] as const),
  ...(['close_requested', 'completed', 'closed_out', 'suspended'] as const),
]

const steps: Matter['steps'] = [
  { name: '签收', ends: 'sign', opens: NOW, due: NOW + DAY, done: null },
  { name: '拿出方案', ends: 'feedback', opens: NOW, due: DUE - DAY, done: null },
]

test.each(statuses)(
  'a step of a matter %s is due on its next date, or is one of those with a limit of their own',
  (status) => {
    const kinds = new Set<string>()
    for (const origin of ['instruction', 'office'] as const)
      for (const more of [
        {},
        { steps },
        {
          client: { firstAsked: people.科员.id, contacted: null, answered: null, satisfied: null },
        },
      ]) {
        const matter = { ...matterIn(status, origin), ...more } as Matter
        for (const duty of dutiesOf(matter, directory)) {
          kinds.add(duty.kind)
          if (!ownDated.includes(duty.kind))
            expect([duty.kind, duty.at]).toEqual([duty.kind, nextDate(matter)])
        }
      }
    expect(kinds.size > 0).toBe(!['suspended', 'closed_out'].includes(status))
  },
)
