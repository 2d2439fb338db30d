/** Who is named at a place in a sentence, before anything else of it is read. */
import type { Directory } from '../domain/people/directory.ts'
import { mentionAt, type Sentence, SIGN } from './sentence.ts'

/** A unit, or a person by mention or by name, and where the name ends. */
export interface Named {
  kind: 'unit' | 'person'
  end: number
}

/** Who stands right there; `金融科王强` is a person. */
export function namedAt(
  sentence: Sentence,
  from: number,
  { unitAt, personAt }: Directory,
): Named | undefined {
  if (mentionAt(sentence, from)) return { kind: 'person', end: from + SIGN }
  const at = sentence.folded[from] === '@' ? from + 1 : from
  const unit = unitAt(sentence.folded.slice(at))?.length ?? 0
  const person = personAt(sentence.folded.slice(at + unit))?.length ?? 0
  if (person > 0) return { kind: 'person', end: at + unit + person }
  return unit > 0 ? { kind: 'unit', end: at + unit } : undefined
}
