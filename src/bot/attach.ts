/** A file that came with a message is kept with the matter the message is about. */
import { Declined } from '../domain/declined.ts'
import { attach } from '../domain/matter/attach.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { stamp } from '../views/words.ts'
import type { Reply } from './reply.ts'
import { settle } from './settle.ts'
import type { Spoken } from './turn.ts'

/** Keeps the turn's file and what came beside it; the matter as it then stands. Declines as the rule does. */
export async function keepFile(turn: Spoken, matter: Matter): Promise<Matter> {
  const { file, others = [], message = '', actor, at, directory } = turn
  if (!file) return matter
  let after = matter
  for (const [i, { key, type, name: own }] of [file, ...others].entries()) {
    // A picture has no name of its own.
    const name = type === 'image' ? `图片 ${stamp(at)}${i > 0 ? `（${i + 1}）` : ''}` : own
    const kept = { key, name, type, message }
    after = await settle(turn, attach(after, { by: actor, at }, kept, directory), actor.id)
  }
  return after
}

/** A picture in the sentence's own message goes with what it said; where it may not be kept the sentence stands alone. */
export async function withPicture(turn: Spoken, reply: Reply): Promise<Reply> {
  const matter = turn.file && reply.matter
  if (!matter) return reply
  try {
    const after = await keepFile(turn, matter)
    return { ...reply, matter: after, line: `${reply.line}附件${countSaid(turn)}已留存。` }
  } catch (error) {
    if (error instanceof Declined) return reply
    throw error
  }
}

const countSaid = ({ others = [] }: Spoken): string =>
  others.length > 0 ? `${others.length + 1}个` : ''
