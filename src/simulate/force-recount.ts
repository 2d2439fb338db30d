/** The end of a task force held against what it has to leave: matters at home, everybody told, the group left (F24, R13). */
import { personOf } from '../sample/people.ts'
import type { Street } from '../sandbox/street.ts'
import { headOf, supervisors } from './fate.ts'
import type { EndedForce } from './forces.ts'
import type { Ledger } from './ledger.ts'

/** When what it leaves is looked at: the bot stays in the group for the ten minutes in which the word can be taken back. */
export const forceMoment = ({ end }: EndedForce): number => end + 11 * 60_000

/** What a task force had in hand when it ended, and where that went. */
function wentHome({ fates, end, name }: EndedForce) {
  return fates.flatMap(({ mark, deeds }) => {
    const gone = deeds.find(({ at, say }) => at === end && say.startsWith('专班结束'))
    const home = gone?.say.split(' ')[1]
    return gone ? [{ mark, lead: home ?? name, referred: home === undefined }] : []
  })
}

/** Where its end differs, right after it. */
export async function endDiffers(force: EndedForce, ledger: Ledger): Promise<string[]> {
  const { name, by, end } = force
  const went = wentHome(force)
  const rows = await ledger.rows<{ id: number; title: string; status: string; unit: string }>(
    'select m.id, m.title, m.status, u.name as unit from matters m join units u on u.id = m.lead',
  )
  const found = force.fates.flatMap(({ mark }) => {
    const row = rows.find(({ title }) => title.includes(`（${mark}）`))
    const home = went.find((one) => one.mark === mark)
    const should = home ? `${home.lead}${home.referred ? ' registered' : ''}` : `${name} closed_out`
    const is = `${row?.unit}${home && !home.referred ? '' : ` ${row?.status}`}`
    return is === should ? [] : [`${name}: ${mark} is with ${is}, ${should} expected`]
  })
  const lines = await ledger.rows<{ object: string }>(
    `select object from journal where verb = '移交' and at >= ${end} and at < ${forceMoment(force)}`,
  )
  const handed = rows.filter(({ id }) => lines.some(({ object }) => object === `matter:${id}`))
  if (handed.length !== went.length) found.push(`${name}: ${handed.length} histories tell of it`)
  return [...found, ...(await tellingDiffers(force, ledger, by === null ? '' : by))]
}

/** Each head hears of what comes to him, the 督查室 of all of it, once; whoever ended it has his answer. */
async function tellingDiffers(force: EndedForce, ledger: Ledger, by: string): Promise<string[]> {
  const { name } = force
  const went = wentHome(force)
  const due = new Map<string, number>()
  for (const { lead } of went) due.set(headOf(lead), (due.get(headOf(lead)) ?? 0) + 1)
  for (const key of supervisors) if (!due.has(key)) due.set(key, went.length)
  due.delete(by)
  const letters = await ledger.rows<{ who: string; body: string }>(
    `select p.open_id as who, o.body from outbox o join people p on o.place = 'p:' || p.id
     where o.class = 'notice' and o.key not like '%~%' and o.key not like 'gathered:%'
       and o.body like '%${name}已结束，以下事项转回科室%'`,
  )
  const told = letters.map(({ who, body }) => {
    const times = /以下事项转回科室（(\d+)件）/.exec(body)?.[1]
    return `${who} ${times}`
  })
  const expected = [...due].map(([key, times]) => `${personOf(key).openId} ${times}`)
  const [is, should] = [told, expected].map((one) => one.sort().join(', '))
  return is === should ? [] : [`${name}: told ${is}; ${should} expected`]
}

/** Where, when all is over, something is still led by it, or the group was not left with the goodbye and the list. */
export async function leftBehind(
  { name, chat, end }: EndedForce,
  ledger: Ledger,
  street: Pick<Street, 'messages'>,
): Promise<string[]> {
  const open = await ledger.rows<{ title: string }>(
    `select m.title from matters m join units u on u.id = m.lead
     where u.name = '${name}' and m.open = 1 and m.status <> 'registered'`,
  )
  const found = open.map(({ title }) => `${name}: ${title} was left behind`)
  if (chat === undefined) return found
  const said = street.messages(chat).filter(({ from, at }) => from === 'bot' && at >= end)
  const [goodbye, list] = said.slice(-2)
  const shown = JSON.stringify(goodbye?.content ?? '')
  if (!shown.includes(`${name}已结束`) || !shown.includes('督办就此退出本群'))
    found.push(`${name}: no goodbye to its group, but ${shown}`)
  if (list?.type !== 'file') found.push(`${name}: no list for its group`)
  return found
}
