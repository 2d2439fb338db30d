/** 移交、交接: which matters went to whom; and the question to the head of whom somebody has left for another unit. */
import { button, buttons, card, form, note, person as personField, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import type { Matter } from '../domain/matter/matter.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Person, Unit } from '../domain/people/person.ts'
import type { Seen } from './seen.ts'
import { shortened, whenSaid } from './words.ts'

/** More lines than this are counted; the ledger has them all. */
const MOST = 30

/** A head line with the count, then `12号 报送方案 → 李娜` line by line. */
export function handoverSaid(
  head: string,
  passed: readonly { id: number; title: string; to: number | null }[],
  directory: Directory,
): string {
  const lines = passed.slice(0, MOST).map(({ id, title, to }) => {
    const heir = to === null ? '' : ` → ${directory.name(to)}`
    return `${id}号 ${shortened(title, 28)}${heir}`
  })
  const more = passed.length > MOST ? [`另有${passed.length - MOST}件，可查台账。`] : []
  return [`${head}（${passed.length}件）：`, ...lines, ...more].join('\n')
}

/** Lines a person on the question's card; the ledger has the others. */
const LISTED = 12
/** Persons on one card. */
const ASKED = 4

/** Somebody who is in another unit now, what he still carries for the old one, and who would have it by rule. */
export interface Handover {
  from: Person
  unit: Unit
  heir: Person | undefined
  carried: readonly Pick<Matter, 'id' | 'title' | 'due'>[]
}

/** To the old unit's head: what could be passed on, with one tap for all that one person carries. */
export function handoverAskedCard(questions: readonly Handover[], seen: Seen): Card {
  const said = questions.map((one) => askedSaid(one, seen))
  const more = questions.length - ASKED
  return card({
    title: said.length === 1 ? said[0]! : `${said.length}位同志的事项待交接`,
    color: 'orange',
    summary: said.join('；'),
    elements: [
      ...questions
        .slice(0, ASKED)
        .flatMap((one, i) => [
          ...(said.length > 1 ? [text(said[i]!)] : []),
          ...asked(one, i, seen),
        ]),
      ...(more > 0 ? [note(`另有${more}位同志的，交接以上后再说“交接”。`)] : []),
      note('交接之前仍由本人办理。个别事项另有安排的，先“分办 编号 @姓名”，其余再交接。'),
    ],
  })
}

const askedSaid = ({ from, unit, carried }: Handover, { directory }: Seen): string =>
  `${from.name}已调到${directory.unitName(from.unit)}，请交接${unit.name}的${carried.length}件事项`

function asked({ from, unit, heir, carried }: Handover, nth: number, seen: Seen): Element[] {
  const { directory, now, calendar } = seen
  const say = `交接 ${directory.unitName(from.unit)}${from.name}`
  const members = directory
    .membersOf(unit.id)
    .flatMap((one) => (one.openId && one.id !== from.id ? [one.openId] : []))
  const more = carried.length - LISTED
  return [
    ...carried
      .slice(0, LISTED)
      .map((one) =>
        text(`${one.id}号 ${shortened(one.title, 28)} · ${whenSaid(one.due, now, calendar)}`),
      ),
    ...(more > 0 ? [note(`另有${more}件，可查台账。`)] : []),
    ...(heir ? [buttons([button({ text: `交接给${heir.name}`, say, type: 'primary' })])] : []),
    ...(members.length > 0
      ? [
          form(`handover${nth}`, [
            personField({ name: 'person', placeholder: '接办人', options: members }),
            button({
              text: '交接',
              say: `${say} 给 {person}`,
              submit: true,
              name: `pass${nth}`,
            }),
          ]),
        ]
      : []),
  ]
}

/** The same card once all is passed on. */
export const handoverDoneCard = (line: string): Card =>
  card({ title: '已交接', color: 'grey', summary: line, elements: [text(line)] })
