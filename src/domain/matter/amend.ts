/** 改: the date, the title or the basis of a matter is put right by those whose word it is; the first date stays. */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { dateSaid } from '../time/date-said.ts'
import { type Act, type Decision, notify } from './decision.ts'
import type { NewDate } from './extend.ts'
import type { Matter } from './matter.ts'
import { step } from './rights.ts'

/** Another date; both stand in the history, and a request for one not later is answered by it. */
export function amendDue(
  matter: Matter,
  act: Act,
  due: NewDate,
  reason: string,
  directory: Directory,
): Decision {
  step(matter, act.by, 'amendDue', directory)
  if (due.at <= act.at) throw new Declined('E-DATE-1', '办结时限已经过去，请写一个将来的日期。')
  if (due.at === matter.due)
    throw new Declined('E-AMEND-2', `${matter.id}号的时限就是 ${dateSaid(due.at)}，没有变动。`)
  const answered = matter.extension !== null && matter.extension.to <= due.at
  const dates = `${dateSaid(matter.due)} 改为 ${dateSaid(due.at)}`
  return {
    matter: {
      ...matter,
      due: due.at,
      provisional: due.provisional,
      said: due.said,
      extension: answered ? null : matter.extension,
      changed: act.at,
    },
    verb: '改时限',
    text: reason ? `${dates}，${reason}` : dates,
    notices: notify(
      act,
      concerned(matter, directory),
      `${act.by.name}将${matter.id}号时限由 ${dates}。`,
    ),
  }
}

/** Another title or basis; the old words stay in the history. */
export function amendWords(
  matter: Matter,
  act: Act,
  field: '标题' | '依据',
  words: string,
  directory: Directory,
): Decision {
  step(matter, act.by, 'amend', directory)
  if (!words)
    throw new Declined('E-TEXT-1', `请写明新的${field}。`, [
      `改 ${matter.id} ${field} 新的${field}`,
    ])
  const title = field === '标题'
  if (words === (title ? matter.title : matter.basis))
    throw new Declined('E-AMEND-2', `${matter.id}号的${field}就是“${words}”，没有变动。`)
  return {
    matter: { ...matter, ...(title ? { title: words } : { basis: words }), changed: act.at },
    verb: `改${field}`,
    text: `改为：${words}`,
    notices: notify(
      act,
      concerned(matter, directory),
      `${act.by.name}将${matter.id}号${field}改为：${words}`,
    ),
  }
}

const concerned = (matter: Matter, directory: Directory) => [
  directory.units.get(matter.lead)?.head,
  matter.handler,
]
