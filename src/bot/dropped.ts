/** A file that was dropped into the chat is fetched by the door; what it holds comes back as something heard (adr 0009). */
import { privatePlace } from './place.ts'
import type { Spoken } from './turn.ts'

/** A file as a message carries it. */
type Dropped = NonNullable<Spoken['file']>

/** Asks for a file; its bytes go to `fetched` of the command in that file of `commands/`, with its name and what is to be kept with it. */
export async function fetchFile(
  turn: Spoken,
  command: string,
  { key, type, name, message }: Dropped & { message?: string | undefined },
  more: object = {},
): Promise<void> {
  const about = { for: command, by: turn.actor.id, ...more }
  await turn.post({
    kind: 'download',
    place: privatePlace(turn.actor.id),
    body: { message: message ?? turn.message, file: key, type, name, ...about },
    class: 'answer',
  })
}

/** The same of the file just dropped, which is read and checked before anything counts. */
export async function fetchDropped(turn: Spoken, file: Dropped, command: string) {
  await fetchFile(turn, command, file)
  return { line: `已收到“${file.name}”，正在核对。`, private: true }
}

/** The same of the file that is the message replied to; what it holds is answered where the sentence was said. */
export async function fetchQuoted(turn: Spoken, file: Dropped, command: string, more: object) {
  const where = { place: turn.place, answers: turn.message }
  const message = turn.replies?.parents[0]
  await fetchFile(turn, command, { ...file, message }, { ...more, ...where })
  return { line: `已看到“${file.name}”，正在核对。` }
}
