/** 未送达: what did not arrive, or may not have, for those who can do something about it. */
import { button, buttons, card, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Stray, Verdict } from '../domain/remind/stray.ts'
import type { Seen } from './seen.ts'
import { whenSaid } from './words.ts'

/** Those with buttons; then those in a line. */
const TAPPED = 5
const LINES = 20

const verdictWords: Readonly<Record<Verdict, string>> = {
  resent: '重发',
  arrived: '已送达',
  dropped: '不再发送',
}

/** What the keeper may tap: whether it is there he sees in the chat; what the platform refused is not there. */
const choices: Readonly<Record<Stray['state'], readonly Verdict[]>> = {
  unknown: ['resent', 'arrived'],
  dead: ['resent', 'dropped'],
}

/** Its number, and where it should have gone. */
export const strayNamed = ({ id, whom, matter }: Pick<Stray, 'id' | 'whom' | 'matter'>): string =>
  `第${id}条（${whom}${matter === null ? '' : `，${matter}号`}）`

/** Who decided what, and when. */
export const verdictSaid = (stray: Stray, { directory, calendar, now }: Seen): string =>
  stray.verdict === null || stray.decided === null
    ? '待处理'
    : `${directory.name(stray.keeper)}${whenSaid(stray.decided, now, calendar)}定为${verdictWords[stray.verdict]}`

/** What is the matter with the app while it goes on trying: nothing about this message is to be decided yet. */
export function ailingPostCard(whom: string, matter: number | null, what: string): Card {
  const said = `${whom}${matterSaid(matter)}未送达：${what}`
  const elements = [text(said), text('机器人会继续重试。请检查应用的权限和设置。')]
  return card({ title: '有消息未送达', color: 'orange', summary: said, elements })
}

/** The card about what went astray on the way to one place in a day. `keeps`: its reader may decide. */
export function straysCard(strays: readonly Stray[], keeps: boolean, seen: Seen): Card {
  const open = strays.filter((one) => one.verdict === null)
  const isUnknown = strays.some((one) => one.state === 'unknown')
  const last = strays.at(-1)
  return card({
    title: isUnknown ? '有消息不能确定是否送达' : '有消息未送达',
    color: open.length > 0 ? 'orange' : 'grey',
    ...(last ? { summary: straySaid(last) } : {}),
    elements: [...listed(strays, keeps, seen), ...advice(open, keeps)],
  })
}

/** All that waits for a word: of `count`, the oldest. */
export function openStraysCard(strays: readonly Stray[], count: number, seen: Seen): Card {
  const title = count > 0 ? `未送达的消息（${count}条待处理）` : '没有未送达的消息'
  const more = count - strays.length
  return card({
    title,
    color: count > 0 ? 'orange' : 'grey',
    summary: title,
    elements: [
      ...listed(strays, true, seen),
      ...(more > 0 ? [note(`另有${more}条，处理以上后再说“未送达”。`)] : []),
      ...advice(strays, true),
      ...(count === 0 ? [buttons([button({ text: '我的待办', say: '待办' })])] : []),
    ],
  })
}

function listed(strays: readonly Stray[], keeps: boolean, seen: Seen): Element[] {
  let room = TAPPED
  return strays.slice(-LINES).flatMap((one): Element[] => {
    const said = text(`第${one.id}条 · ${straySaid(one)}`)
    const first = note(`首次发送 ${whenSaid(one.first, seen.now, seen.calendar)}`)
    if (one.verdict !== null) return [said, note(verdictSaid(one, seen))]
    if (!keeps || room === 0) return [said, first]
    room -= 1
    const tapped = choices[one.state].map((verdict) =>
      button({ text: verdictWords[verdict], say: `${verdictWords[verdict]} ${one.id}` }),
    )
    const about =
      one.matter === null ? [] : [button({ text: `查看${one.matter}号`, say: `查 ${one.matter}` })]
    return [said, first, buttons([...tapped, ...about])]
  })
}

function advice(open: readonly Stray[], keeps: boolean): Element[] {
  if (open.length === 0) return []
  if (!keeps) return [text('请另行告知本人。'), note('需要重发的，请管理员说“未送达”。')]
  const unknown = open.some((one) => one.state === 'unknown')
  return unknown
    ? [text('机器人不会再发第二遍，以免重复。请到会话中查看，或当面、电话核实后点选。')]
    : [text('请另行告知；原因消除后可以重发。')]
}

const matterSaid = (matter: number | null): string => (matter === null ? '' : `（${matter}号）`)

const straySaid = ({ whom, matter, what, state }: Stray): string =>
  `${whom}${matterSaid(matter)}${state === 'unknown' ? '' : '未送达：'}${what}`
