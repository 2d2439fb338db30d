/** Who reads along in a place: a private fact never reaches a group that has nothing to do with it. */
import type { Matter } from '../domain/matter/matter.ts'
import { unitsOfField } from '../domain/meeting/field.ts'
import { chatOf } from './place.ts'
import type { Turn } from './turn.ts'

/**
 * Whether a matter's card may stand in a place: in private always; in a group when the matter was assigned there,
 * or the group is its lead unit's or a supporting unit's, or that of the meeting that decided it or whose field the unit belongs to.
 */
export async function mayStandIn(turn: Turn, matter: Matter, place: string): Promise<boolean> {
  const chat = chatOf(place)
  if (chat === undefined || matter.chat === chat) return true
  const group = await turn.store.chats.get(chat)
  if (!group) return false
  const houses = [matter.lead, ...matter.supports.map((one) => one.unit)]
  if (group.unit !== null && houses.includes(group.unit)) return true
  const series = group.series === null ? undefined : await turn.store.meetings.get(group.series)
  if (series === undefined) return false
  return matter.series === series.id || unitsOfField(series).includes(matter.lead)
}
