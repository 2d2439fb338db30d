/** The papers issued on a matter, on its card. */
import type { TagColor } from '../card/parts.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { colourOf, nameOf } from '../domain/matter/paper.ts'
import type { Seen } from './seen.ts'
import { stamp } from './words.ts'

const TAGS = { 蓝: 'blue', 橙: 'orange', 红: 'red' } as const

/** A tag in the colour of the newest 督办通知单, while the matter is open; not a light. */
export function paperTag(matter: Matter): { text: string; color: TagColor }[] {
  const colour = matter.closed ? null : colourOf(matter)
  return colour ? [{ text: `${colour}色督办`, color: TAGS[colour] }] : []
}

/** Each paper with who issued it and when. */
export const papersSaid = (matter: Matter, { directory }: Seen): string =>
  matter.papers
    .map((paper) => `${nameOf(paper)} ${directory.name(paper.by)} ${stamp(paper.at)}`)
    .join('\n')
