/** 专班 in words and cards: what was formed, who is in it, what a sheet would change. */
import { button, buttons, card, facts, note, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Unit } from '../domain/people/person.ts'
import type { Day } from '../domain/time/day.ts'
import { daySaid } from './words.ts'

/** Who leads, who sits in it, until when; each member with his home unit. */
export function forceSaid(force: Omit<Unit, 'id'>, directory: Directory, today: Day): string {
  const ends = force.ends === null ? '未定截止日期' : `至${daySaid(force.ends, today)}`
  return `牵头${directory.name(force.head)}，成员${force.members.length}人：${seatsSaid(force, directory)}；${ends}`
}

const seatsSaid = ({ members }: Pick<Unit, 'members'>, directory: Directory): string =>
  members
    .map(
      (id) => `${directory.unitName(directory.people.get(id)?.unit ?? null)}${directory.name(id)}`,
    )
    .join('、')

/** What everybody in it is told. */
export const forceFormedSaid = (
  force: Omit<Unit, 'id'>,
  directory: Directory,
  today: Day,
): string => `您已列入${force.name}（${forceSaid(force, directory, today)}）。`

/** More members than this are counted. */
const MOST = 60

/** 专班名单: one task force with all its people, or all of them a line each. */
export function forcesCard(
  forces: readonly Unit[],
  directory: Directory,
  today: Day,
  whole: boolean,
): Card {
  const [only] = forces
  if (only && whole) {
    const rows: [string, string][] = [
      ['牵头', directory.name(only.head)],
      ['分管', directory.name(only.charge)],
      ['成员', seatsSaid({ members: only.members.slice(0, MOST) }, directory) || '无'],
      ['截止', only.ends === null ? '未定' : daySaid(only.ends, today)],
    ]
    const over = only.ends !== null && only.ends < today
    return card({
      title: `${only.name}（${only.members.length}人）${over ? '，已结束' : ''}`,
      color: over ? 'grey' : 'blue',
      elements: [
        facts(rows),
        ...(over ? [] : [buttons([button({ text: '事项', say: `台账 ${only.name}` })])]),
      ],
    })
  }
  const lines = forces.map((force) => {
    const ends = force.ends === null ? '未定截止日期' : `至${daySaid(force.ends, today)}`
    return text(
      `${force.name} · 牵头${directory.name(force.head)} · ${force.members.length}人 · ${ends}`,
    )
  })
  const none: Element[] = [note('现在没有专班。')]
  return card({
    title: `专班${forces.length}个`,
    color: 'blue',
    elements: lines.length > 0 ? lines : none,
  })
}

/** What a sheet would change, with the tap that takes it over; or only what is wrong with it. */
export function forcePreviewCard(
  born: readonly string[],
  changed: readonly string[],
  findings: readonly string[],
  draft: number | undefined,
): Card {
  const elements: Element[] = []
  if (findings.length > 0)
    elements.push(
      text(`有${findings.length}处需要改正，改好后请重新发送，目前没有作任何变动：`),
      ...findings.slice(0, 20).map((line) => text(line)),
    )
  if (born.length > 0) elements.push(text(`新建${born.length}个：${born.join('、')}`))
  if (changed.length > 0) elements.push(text(`调整${changed.length}个：${changed.join('、')}`))
  if (draft !== undefined)
    elements.push(
      buttons([button({ text: '确认登记', say: `专班新建 确认 ${draft}`, type: 'primary' })]),
    )
  return card({ title: '专班名单核对', color: findings.length > 0 ? 'orange' : 'blue', elements })
}
