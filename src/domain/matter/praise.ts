/** 感谢、推荐案例: good work is seen by what was done, each word tied to a matter; nothing of it is counted (PA4, PA5, T13). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import type { Person } from '../people/person.ts'
import type { Instant } from '../time/day.ts'
import type { Act } from './decision.ts'
import type { Matter } from './matter.ts'
import { canSee } from './sight.ts'
import { nextStep } from './transitions.ts'

export interface Praise {
  id: number
  /** 感谢 to a person; 案例 for the 督查室's list; 更正 by the person on his own record. */
  kind: 'thanks' | 'case' | 'note'
  matter: number
  by: number
  to: number | null
  text: string
  at: Instant
}

/** What is praised before the store gives it a number. */
export type NewPraise = Omit<Praise, 'id'>

/** A named thanks for work on a matter, told to the person alone. */
export function thank(
  matter: Matter,
  act: Act,
  to: Person,
  text: string,
  directory: Directory,
): NewPraise {
  if (to.id === act.by.id) throw new Declined('E-PRAISE-1', '感谢的是别人，请 @ 要感谢的同志。')
  if (!canSee(to, matter, directory))
    throw new Declined('E-PRAISE-1', `${to.name}没有参与${matter.id}号，请核对编号和姓名。`, [
      `查 ${matter.id}`,
    ])
  return { kind: 'thanks', matter: matter.id, by: act.by.id, to: to.id, text, at: act.at }
}

/** A case rests on a matter that was struck off and on figures of its outcome: no packaging. */
export function recommend(matter: Matter, act: Act, text: string, directory: Directory): NewPraise {
  if (matter.status !== 'closed_out' && matter.status !== 'archived') {
    const { say } = nextStep(matter, directory)
    throw new Declined('E-PRAISE-2', `${matter.id}号${say}，案例须以已销号的事项为依据。`, [
      `查 ${matter.id}`,
    ])
  }
  if (!/[\d０-９一二三四五六七八九十百千]/.test(`${text}${matter.closing?.text ?? ''}`))
    throw new Declined('E-PRAISE-3', '请写明成效数据，例如“惠及1200户”。', [
      `推荐案例 ${matter.id} 一卡通集中拨付，惠及1200户`,
    ])
  return { kind: 'case', matter: matter.id, by: act.by.id, to: null, text, at: act.at }
}

/** The person's own word on what his record says of a matter; the record itself stays. */
export function annotate(matter: Matter, act: Act, text: string, thanked: boolean): NewPraise {
  if (act.by.id !== matter.handler && !thanked)
    throw new Declined('E-PRAISE-4', `您的实绩里没有${matter.id}号。`, ['实绩'])
  if (!text)
    throw new Declined('E-TEXT-1', '请写明要更正什么。', [`更正 ${matter.id} 我只负责前期核对`])
  return { kind: 'note', matter: matter.id, by: act.by.id, to: act.by.id, text, at: act.at }
}
