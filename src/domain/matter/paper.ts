/** 催办单、督办通知单: papers that a person issues, coloured in order, one matter one paper at a time (domain.md B.5). */
import { Asked, Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { dayOf } from '../time/day.ts'
import { type Act, type Decision, notify } from './decision.ts'
import { isHandedIn } from './light.ts'
import { isOpen, type Matter } from './matter.ts'
import type { Paper } from './sides.ts'
import { nextStep } from './transitions.ts'
import { answeredToday, answerSaid, mayUrge } from './urge.ts'

/** 三色: each when the one before passed without effect. */
export const colours = ['蓝', '橙', '红'] as const

/** The colour of a 督办通知单. */
export type Colour = (typeof colours)[number]

/** What somebody wants to issue. */
export interface Wish {
  kind: Paper['kind']
  colour: Colour | null
  /** Why it need not wait for its turn; null where it follows the order. */
  urgent: string | null
  /** 工作要求; empty for the usual one. */
  text: string
}

/** What the unit is asked to do where the issuer adds nothing. */
const REQUIREMENT = '请抓紧办理，按时限办结并报送办理结果。'

/** The paper is issued under a number; told to the unit's head and the handler, from 橙 on to the leader in charge too. */
export function issuePaper(
  matter: Matter,
  act: Act,
  wish: Wish,
  number: string,
  directory: Directory,
): Decision {
  refuseNeedless(matter, wish, directory)
  if (!mayUrge(matter, act, directory))
    throw new Declined(
      'E-RIGHT-2',
      `${matter.id}号的${wish.kind}由交办领导、分管领导或督查室签发。`,
    )
  const answer = answeredToday(matter, act.at)
  if (answer && !wish.urgent) {
    const word = wish.kind === '催办单' ? '催办单' : '督办单'
    throw new Declined(
      'E-BURDEN-1',
      `${answerSaid(matter, answer)}不必再发单；确需签发的，请写明“特急”和理由。`,
      [
        `查 ${matter.id}`,
        `${word} ${matter.id} ${wish.colour ? `${wish.colour} ` : ''}特急 省政府挂牌督办`,
      ],
    )
  }
  const today = matter.papers.find((paper) => dayOf(paper.at) === dayOf(act.at))
  if (today)
    throw new Declined(
      'E-PAPER-3',
      `${matter.id}号今天已发${nameOf(today)}，一事一单，请等待办理。`,
      [`历史 ${matter.id}`],
    )
  if (wish.kind === '督办通知单') refuseOutOfOrder(matter, wish)
  const { kind, colour, urgent } = wish
  const text = wish.text || REQUIREMENT
  const paper: Paper = { kind, colour, number, by: act.by.id, at: act.at, text, urgent }
  const unit = directory.units.get(matter.lead)
  const above = colour === '橙' || colour === '红' ? unit?.charge : null
  return {
    matter: { ...matter, papers: [...matter.papers, paper], changed: act.at },
    verb: kind,
    text: `${nameOf(paper)}：${text}${urgent ? `（特急：${urgent}）` : ''}`,
    notices: notify(
      act,
      [unit?.head, matter.handler, above],
      `${act.by.name}对${matter.id}号签发${nameOf(paper)}：${text}`,
      true,
    ),
  }
}

/** `橙色督办通知单（督〔2026〕3号）`. */
export const nameOf = ({ kind, colour, number }: Paper): string =>
  `${colour ? `${colour}色` : ''}${kind}（${number}）`

/** The newest coloured paper of a matter. */
export const colourOf = (matter: Matter): Colour | null =>
  matter.papers.findLast((paper) => paper.colour !== null)?.colour ?? null

function refuseNeedless(matter: Matter, { kind }: Wish, directory: Directory): void {
  if (isOpen(matter) && !isHandedIn(matter) && !matter.suspended) return
  const { say, tries } = nextStep(matter, directory)
  throw new Declined('E-STATE-1', `${matter.id}号${say}，不用再发${kind}。`, tries)
}

function refuseOutOfOrder(matter: Matter, { colour, urgent }: Wish): void {
  const last = colourOf(matter)
  const next = colours[last ? colours.indexOf(last) + 1 : 0]
  if (next === undefined)
    throw new Declined('E-PAPER-2', `${matter.id}号已发红色督办通知单，不再发单，请由领导督办。`, [
      `历史 ${matter.id}`,
    ])
  const say = (word: Colour) => `督办单 ${matter.id} ${word}`
  if (colour === null)
    throw new Asked('E-PAPER-1', `${matter.id}号按次序应发${next}色督办通知单。请选择：`, [
      { label: `发${next}色督办单`, say: say(next) },
    ])
  if (last && colours.indexOf(colour) <= colours.indexOf(last))
    throw new Declined('E-PAPER-1', `${matter.id}号已发${last}色督办通知单，现应发${next}色。`, [
      say(next),
    ])
  if (colour !== next && !urgent)
    throw new Declined(
      'E-PAPER-1',
      `督办通知单按蓝、橙、红的次序签发，${matter.id}号现应发${next}色；重要紧急的，请写明“特急”和理由。`,
      [say(next), `${say(colour)} 特急 省政府挂牌督办`],
    )
}
