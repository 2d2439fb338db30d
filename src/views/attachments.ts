/** 附件: what was sent with a matter, each a tap away; the files themselves stay where they were sent. */
import { button, buttons, card, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Seen } from './seen.ts'
import { shortened, stamp } from './words.ts'

/** The list of a matter's attachments; the newest five have buttons. */
export function attachmentsCard(matter: Matter, { directory }: Seen): Card {
  const all = matter.attachments
  const elements: Element[] = all.map(({ name, by, at }, i) =>
    text(`${i + 1}. ${name} · ${directory.name(by)} ${stamp(at)}`),
  )
  if (all.length === 0)
    elements.push(note('还没有附件。回复事项卡片发来文件或图片，就留存在这里。'))
  else {
    const newest = all.map((_, i) => i + 1).slice(-5)
    elements.push(
      buttons(newest.map((n) => button({ text: `取第${n}个`, say: `附件 ${matter.id} ${n}` }))),
    )
  }
  return card({
    title: `${matter.id}号 附件`,
    subtitle: shortened(matter.title, 60),
    color: 'grey',
    elements,
  })
}
