/** The holes of a sentence are filled, once its speaker may say it and nothing in it must stay out. */
import { Declined } from '../domain/declined.ts'
import { canSee } from '../domain/matter/sight.ts'
import { readSlots } from './grammar.ts'
import { guardHere } from './guard.ts'
import type { Understood } from './message.ts'
import type { Hit } from './registry.ts'
import { mentionsBehindNumber, type Sentence, wordsIn } from './sentence.ts'
import type { Reading } from './slot.ts'
import type { Spoken } from './turn.ts'

/** The platform gives up pushing an event after some seven hours. */
const DAY = 86_400_000

/** Reads the holes of a sentence after checking who may say it; nothing when the word was part of another one. */
export async function fillSlots(
  turn: Spoken,
  { command, file, rest, glued }: Hit & { glued: boolean },
  sentence: Sentence,
): Promise<Record<string, unknown> | undefined> {
  const understood: Understood = { command: { file, name: command.name }, slots: {} }
  turn.understood = understood
  turn.wording = wordsIn(sentence)
  // Before anything of it is kept or looked up: what must not be here never comes in.
  if (!command.guardsLines) guardHere(turn, wordsIn(sentence))
  const reading: Reading = {
    sentence: command.slots.matter ? mentionsBehindNumber(sentence, rest) : sentence,
    // 明天 is the day after he said it, not after it got here; what is older than a day is read as of now.
    now: turn.now - turn.at < DAY ? turn.at : turn.now,
    calendar: turn.calendar,
    directory: turn.directory,
    store: turn.store,
    replied: turn.replied,
    profiles: turn.profiles,
    filled: {},
    took: (slots) => {
      understood.slots = slots
    },
    see(matter) {
      if (canSee(turn.actor, matter, turn.directory)) return
      throw new Declined('E-RIGHT-5', `${matter.id}号由其他单位承办，不在您的知悉范围。`, ['待办'])
    },
  }
  if (command.who.may(turn.actor, turn.directory)) return readSlots(command, reading, rest, glued)
  // Read all the same, so that it is known what was refused; what it lacks is not the reason.
  try {
    if (!(await readSlots(command, reading, rest, glued))) return undefined
  } catch (error) {
    if (!(error instanceof Declined)) throw error
  }
  throw new Declined('E-RIGHT-1', `“${command.name}”由${command.who.label}使用。`, ['帮助'])
}
