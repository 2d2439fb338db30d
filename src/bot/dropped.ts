/** A file that was dropped into the chat is fetched by the door; what it holds comes back as something heard (adr 0009). */
import { privatePlace } from './place.ts'
import type { Spoken } from './turn.ts'

/** A file as a message carries it. */
type Dropped = NonNullable<Spoken['file']>

/** Asks for a file; its bytes go to `fetched` of the command in that file of `commands/`, with its name. */
export async function fetchFile(
  turn: Spoken,
  command: string,
  { key, type, name, message }: Dropped & { message?: string | undefined },
): Promise<void> {
  const about = { for: command, by: turn.actor.id }
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
