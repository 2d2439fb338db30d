/** 查重: before the same thing is on the ledger of one unit a second time, it is asked about (D.2 row 2). */
import { Asked } from '../domain/declined.ts'
import { duplicateOf } from '../domain/matter/duplicate.ts'
import type { NewMatter } from '../domain/matter/matter.ts'
import { shortened } from '../views/words.ts'
import type { Spoken } from './turn.ts'

/** No unit has more open at once; what is due later than that many is not looked at. */
const LOOKED_THROUGH = 500

/**
 * Asks where the unit has an open matter about the same thing; one tap says that it is meant all the same.
 * @param itself a draft that is about to be taken in is no other matter.
 */
export async function refuseTwice(
  turn: Spoken,
  { lead, title, basis }: Pick<NewMatter, 'lead' | 'title' | 'basis'>,
  itself?: number,
): Promise<void> {
  const open = await turn.store.matters.find({ leads: [lead], limit: LOOKED_THROUGH })
  const other = duplicateOf(
    { title, basis },
    open.filter((one) => one.id !== itself),
  )
  if (!other) return
  throw new Asked(
    'E-DUP-1',
    `${turn.directory.unitName(lead)}已有一件相近的事：${other.id}号“${shortened(other.title, 40)}”。请选择：`,
    [
      { label: '仍要交办', say: `${turn.wording} 仍要交办` },
      { label: `查看${other.id}号`, say: `查 ${other.id}` },
    ],
  )
}
