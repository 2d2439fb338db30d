/** 撤销: what was done is taken back as if it had not been, but for the journal's two lines (decisions.md "Undo"). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { Matter } from './matter.ts'

/** How long one's own last command can be taken back. */
export const UNDO_MINUTES = 10

/** Whether a matter was taken back with the command that bore it: it counts as never having been (撤项 says why it ended). */
export const isUnborn = ({ status, ended }: Pick<Matter, 'status' | 'ended'>): boolean =>
  status === 'withdrawn' && ended === null

/**
 * The matter as it stood before; a matter that was born by the command is withdrawn and its number stays used.
 * @param before the fields the command changed, as they were; nothing for a birth.
 */
export function undo(
  matter: Matter,
  act: Act,
  done: { verb: string; rev: number; before: Partial<Matter> | null },
  directory: Directory,
): Decision {
  if (matter.rev !== done.rev)
    throw new Declined('E-UNDO-2', `${matter.id}号在您“${done.verb}”之后已有新的变动，不能撤销。`, [
      `历史 ${matter.id}`,
    ])
  const back = done.before
    ? { ...matter, ...done.before }
    : { ...matter, status: 'withdrawn' as const, closed: act.at }
  const touched = [matter.handler, back.handler, directory.units.get(matter.lead)?.head]
  return {
    matter: { ...back, rev: matter.rev, head: matter.head },
    verb: '撤销',
    text: done.verb,
    notices: notify(act, touched, `${act.by.name}撤销了对${matter.id}号的“${done.verb}”。`),
  }
}
