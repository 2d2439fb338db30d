/** The version of the office: who is who, and who is away. It tells every process when to read again. */
import type { Tx } from './engine.ts'

/** Persons, units or absences have changed: what was read of them is old. */
export async function changed(tx: Tx): Promise<void> {
  await tx
    .updateTable('office')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute()
}
