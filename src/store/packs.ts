/** Packs that were sent: an agenda as it was, and which matters stand on it. */
import { mattersOn } from '../domain/meeting/agenda.ts'
import type { Pack } from '../domain/meeting/pack.ts'
import type { Instant } from '../domain/time/day.ts'
import type { Tx } from './engine.ts'
import { prepared } from './prepared.ts'
import type { Tables } from './tables.ts'

/** Keeps a pack as it is sent; an earlier one of the same meeting, called off, gives way to it. */
export async function add(tx: Tx, pack: Pack): Promise<void> {
  const { series, at, meets, state, sent } = pack
  const own = {
    ...{ meets, state, sent },
    agenda: JSON.stringify(pack.agenda),
    places: JSON.stringify(pack.places),
  }
  await tx
    .insertInto('packs')
    .values({ series, at, ...own })
    .onConflict((oc) => oc.columns(['series', 'at']).doUpdateSet(own))
    .execute()
  await tx.deleteFrom('pack_items').where('series', '=', series).where('at', '=', at).execute()
  const items = mattersOn(pack.agenda).map((matter) => ({ matter, series, at }))
  for (let i = 0; i < items.length; i += AT_ONCE)
    await tx
      .insertInto('pack_items')
      .values(items.slice(i, i + AT_ONCE))
      .execute()
}

/** Rows of one statement: both engines take only so many values. */
const AT_ONCE = 200

/** The packs of a series whose meetings were not called off. */
const sentOf = (tx: Tx, series: number) =>
  tx.selectFrom('packs').selectAll().where('series', '=', series).where('state', '=', 'sent')

/** The pack of the meeting that is held at a moment; one that was called off does not count. */
export async function meeting(tx: Tx, series: number, meets: Instant): Promise<Pack | undefined> {
  const row = await sentOf(tx, series).where('meets', '=', meets).executeTakeFirst()
  return row && packOf(row)
}

/** The packs sent for meetings of a series that are still to come. */
export async function ahead(tx: Tx, series: number, now: Instant): Promise<Pack[]> {
  const rows = await sentOf(tx, series).where('meets', '>=', now).orderBy('meets').execute()
  return rows.map(packOf)
}

/** The pack of the last meeting that was held before a moment. */
export async function before(tx: Tx, series: number, moment: Instant): Promise<Pack | undefined> {
  const row = await sentOf(tx, series)
    .where('meets', '<', moment)
    .orderBy('meets', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && packOf(row)
}

const showing = prepared((tx, { matter, now }: { matter: number; now: Instant }) =>
  tx
    .selectFrom('pack_items')
    .innerJoin('packs', (join) =>
      join.onRef('packs.series', '=', 'pack_items.series').onRef('packs.at', '=', 'pack_items.at'),
    )
    .selectAll('packs')
    .where('pack_items.matter', '=', matter)
    .where('packs.meets', '>=', now)
    .where('packs.state', '=', 'sent'),
)

/** The packs of meetings to come on which a matter stands. */
export async function withMatter(tx: Tx, matter: number, now: Instant): Promise<Pack[]> {
  const { rows } = await showing(tx, { matter, now })
  return rows.map(packOf)
}

/** Its meeting is held at another time, called off, or held after all. */
export async function arrange(
  tx: Tx,
  { series, at, meets, state }: Pick<Pack, 'series' | 'at' | 'meets' | 'state'>,
): Promise<void> {
  await tx
    .updateTable('packs')
    .set({ meets, state })
    .where('series', '=', series)
    .where('at', '=', at)
    .execute()
}

/** The pack that was sent for a meeting of that moment, called off or not. */
export async function get(tx: Tx, series: number, at: Instant): Promise<Pack | undefined> {
  const row = await tx
    .selectFrom('packs')
    .selectAll()
    .where('series', '=', series)
    .where('at', '=', at)
    .executeTakeFirst()
  return row && packOf(row)
}

const packOf = (row: Tables['packs']): Pack => ({
  ...row,
  state: row.state as Pack['state'],
  agenda: JSON.parse(row.agenda),
  places: JSON.parse(row.places),
})
