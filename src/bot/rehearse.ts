/** A rehearsal: everything is heard as ever, and nothing of it is kept or sent. */
import type { Bound } from '../store/store.ts'
import type { Office } from './office.ts'

/** The same office, whose every turn is rolled back once its answer is known. */
export function rehearsal(office: Office): Office {
  const { store } = office
  return {
    ...office,
    nudge: () => {},
    store: {
      ...store,
      turn: <T>(work: (bound: Bound) => Promise<T>) => rolledBack(store, work),
    },
  }
}

async function rolledBack<T>(
  store: Office['store'],
  work: (bound: Bound) => Promise<T>,
): Promise<T> {
  const back = new Error('rehearsal')
  let answer: { value: T } | undefined
  try {
    await store.turn(async (bound) => {
      answer = { value: await work(bound) }
      throw back
    })
  } catch (error) {
    if (error !== back) throw error
  }
  return answer!.value
}
