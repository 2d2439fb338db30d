/** Verification: every chain is followed to the head on its object's row, every matter's row is held against it, and every daily seal is checked. */
import { disagreeing, type Told, toldBy } from './agreement.ts'
import { brokenLinks, sha256 } from './chain.ts'
import type { Tx } from './engine.ts'
import type { Tables } from './tables.ts'

/** One finding of a verification: which object, and what is wrong with its history. */
export interface Broken {
  object: string
  what: string
}

/** Follows every chain from its first line to the head on the object's row, what the row says, and every checkpoint. */
export async function verify(
  tx: Tx,
): Promise<{ objects: number; lines: number; broken: Broken[] }> {
  const broken: Broken[] = []
  const heads = new Map((await headsOf(tx)).map(([object, seq, hash]) => [object, { seq, hash }]))
  const objects = heads.size
  const matters = new Map(
    (await tx.selectFrom('matters').selectAll().execute()).map((row) => [`matter:${row.id}`, row]),
  )
  let lines = 0
  let chain: Tables['journal'][] = []
  const finish = () => {
    const object = chain[0]?.object
    if (object === undefined) return
    const head = heads.get(object)
    const what = head ? brokenLinks(chain, head) : ['有历史而没有本体']
    broken.push(...what.map((one) => ({ object, what: one })))
    const row = matters.get(object)
    const other = row ? disagreeing(row, chain.reduce<Told>(toldBy, {})) : []
    if (other.length > 0) broken.push({ object, what: `本体的${other.join('、')}与历史不符` })
    heads.delete(object)
    chain = []
  }
  const rows = await tx.selectFrom('journal').selectAll().orderBy('object').orderBy('seq').execute()
  for (const row of rows) {
    if (row.object !== chain[0]?.object) finish()
    lines += 1
    chain.push(row)
  }
  finish()
  for (const [object, head] of heads)
    if (head.seq > 0) broken.push({ object, what: '历史全部缺失' })
  broken.push(...(await brokenCheckpoints(tx)))
  return { objects, lines, broken }
}

async function brokenCheckpoints(tx: Tx): Promise<Broken[]> {
  const broken: Broken[] = []
  const rows = await tx.selectFrom('checkpoints').selectAll().orderBy('day').execute()
  let previous = ''
  for (const row of rows) {
    const object = `checkpoint:${row.day}`
    if (row.hash !== sha256(`${previous}\n${row.day}\n${row.heads}`))
      broken.push({ object, what: '每日封存被改动' })
    previous = row.hash
    for (const [name, seq, hash] of JSON.parse(row.heads) as [string, number, string][]) {
      const line = await tx
        .selectFrom('journal')
        .select('hash')
        .where('object', '=', name)
        .where('seq', '=', seq)
        .executeTakeFirst()
      if (line?.hash !== hash) broken.push({ object: name, what: `与${row.day}的封存不符` })
    }
  }
  return broken
}

/** Every chain's name, length and head, as the objects' own rows hold them. */
async function headsOf(tx: Tx): Promise<[string, number, string][]> {
  const matters = await tx
    .selectFrom('matters')
    .select(['id', 'rev', 'head'])
    .orderBy('id')
    .execute()
  const series = await tx.selectFrom('series').select(['id', 'rev', 'head']).orderBy('id').execute()
  const office = await tx.selectFrom('office').select(['rev', 'head']).executeTakeFirst()
  return [
    ...matters.map((row): [string, number, string] => [`matter:${row.id}`, row.rev, row.head]),
    ...series.map((row): [string, number, string] => [`series:${row.id}`, row.rev, row.head]),
    ...(office && office.rev > 0
      ? [['office', office.rev, office.head] as [string, number, string]]
      : []),
  ]
}
