/** A line of plain text to persons who did not speak: it waits for the sending window like any notice. */
import { privatePlace } from './place.ts'
import type { Turn } from './turn.ts'

/** Tells each of these persons once; the speaker, who has his answer, is left out by the caller. */
export async function tellPeople(turn: Turn, people: Iterable<number>, say: string): Promise<void> {
  for (const person of new Set(people))
    await turn.post({
      kind: 'send',
      place: privatePlace(person),
      body: { content: { lines: say.split('\n') } },
      class: 'notice',
    })
}
