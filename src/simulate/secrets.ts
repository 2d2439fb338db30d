/** Texts with a mark of secrecy: said by every way in, refused at the door, and looked for wherever something could have been kept (R12, F23). */
import { existsSync, readFileSync } from 'node:fs'
import { chats } from '../sample/chats.ts'
import { people } from '../sample/people.ts'
import type { Street } from '../sandbox/street.ts'
import { at, type Day, daysBetween, isWorkday, plusWork } from './almanac.ts'
import type { Chance } from './chance.ts'
import { type Birth, headOf, SUPERVISOR } from './fate.ts'
import type { Ledger } from './ledger.ts'

/** What every one of them speaks of, and nothing else in the year does. */
export const SECRET = '青石岭储备'

/** The code of the answer to a mark. */
const REFUSED = 'E-SECRET-1'

/** The ways in: assigned, reported, taken at the counter, asked for at a meeting, instructed; each mark as paper bears it. */
const SAID: readonly (readonly [by: string, say: string])[] = [
  [SUPERVISOR, `交办 预算科 报送${SECRET}预案（秘密★1年）12月15日前`],
  [headOf('预算科'), `报 1 ${SECRET}预案已核对 机密★`],
  ['shiliping', `受理 企业反映${SECRET}项目 绝密★ 电话13800010001 简单 转 金融科`],
  [headOf('金融科'), `报议题 服务企业周例会 ${SECRET}用地（秘 密 ★ 5年）`],
  ['limingyuan', `批示 ★机密 ${SECRET}请国库科三日内拿出意见`],
]

/** All of them on working days of a stretch; each has to be declined. */
export const secretsOf = (chance: Chance, first: Day, last: Day): Birth[] => {
  const days = daysBetween(first, last).filter(isWorkday)
  return SAID.map(([by, say]) => {
    const moment = plusWork(at(chance.pick(days), '8:40'), chance.between(1, 380))
    return { deeds: [{ at: moment, by, say, declined: true }], fates: [] }
  })
}

/** Days after which what has been sent may be forgotten lie further apart than these. */
const LOOKS = 60

/** When everything is looked through, besides at the end. */
export const secretMoments = (first: Day, last: Day): number[] =>
  daysBetween(first, last)
    .filter((_, i) => i % LOOKS === LOOKS - 1)
    .map((day) => at(day, '20:05'))

/**
 * Wherever one of them was kept: a column of a table, the database's own files, a message of the bot. `said`: so many
 * have been said by now, and each was refused for its mark.
 */
export async function secretsKept(
  databaseUrl: string,
  ledger: Ledger,
  street: Pick<Street, 'messages'>,
  said = 0,
): Promise<string[]> {
  const found = (await columnsWith(ledger, SECRET)).map((where) => `a secret was kept in ${where}`)
  // A search that finds nothing at all would prove nothing.
  const [known] = await ledger.rows<{ title: string }>('select title from matters limit 1')
  if (known && (await columnsWith(ledger, known.title)).length === 0)
    found.push('the search for secrets finds nothing')
  for (const file of filesOf(databaseUrl))
    if (readFileSync(file).includes(SECRET)) found.push(`a secret was kept in ${file}`)
  let refused = 0
  for (const place of [...people.map(({ openId }) => openId), ...chats.map(({ id }) => id)])
    for (const { id, from, content } of street.messages(place)) {
      if (from !== 'bot') continue
      const shown = JSON.stringify(content)
      if (shown.includes(SECRET)) found.push(`a secret was said by the bot in ${id}`)
      if (shown.includes(REFUSED)) refused += 1
    }
  return refused < said ? [...found, `${refused} of ${said} secrets were refused`] : found
}

/** The columns in which a text stands, of all tables. */
async function columnsWith(ledger: Ledger, text: string): Promise<string[]> {
  const columns = await ledger.columns()
  const tables = [...new Set(columns.map(({ table }) => table))]
  const found: string[] = []
  for (const name of tables) {
    const own = columns.filter(({ table }) => table === name)
    const counts = own.map(
      ({ column }, i) =>
        `sum(case when cast("${column}" as text) like '%${text}%' then 1 else 0 end) as c${i}`,
    )
    const [row] = await ledger.rows<Record<string, number | null>>(
      `select ${counts.join(', ')} from "${name}"`,
    )
    found.push(...own.flatMap(({ column }, i) => (row?.[`c${i}`] ? [`${name}.${column}`] : [])))
  }
  return found
}

const filesOf = (databaseUrl: string): string[] =>
  [databaseUrl, `${databaseUrl}-wal`].filter((file) => existsSync(file))
