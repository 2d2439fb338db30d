/** Every event of the table as the rule that carries it out, said in full, so that only state and right can be wrong. */
import { amendDue, amendWords } from '../../../src/domain/matter/amend.ts'
import { refer } from '../../../src/domain/matter/assign.ts'
import {
  closeOut,
  complete,
  requestClose,
  returnForRework,
} from '../../../src/domain/matter/close.ts'
import { approveExtension, askExtension } from '../../../src/domain/matter/extend.ts'
import { instruct, rule } from '../../../src/domain/matter/instruct.ts'
import { merge } from '../../../src/domain/matter/merge.ts'
import { profilesOf } from '../../../src/domain/matter/profiles.ts'
import { refuse } from '../../../src/domain/matter/refusal.ts'
import { register } from '../../../src/domain/matter/register.ts'
import { reopen } from '../../../src/domain/matter/reopen.ts'
import { report } from '../../../src/domain/matter/report.ts'
import { refusalRule } from '../../../src/domain/matter/rungs.ts'
import { declineSign, deploy, sign } from '../../../src/domain/matter/sign.ts'
import { waiveSupport } from '../../../src/domain/matter/supporting.ts'
import { resume, suspend } from '../../../src/domain/matter/suspend.ts'
import { urge } from '../../../src/domain/matter/urge.ts'
import { withdraw } from '../../../src/domain/matter/withdraw.ts'
import { calendarOf } from '../../../src/domain/time/calendar.ts'
import { notices } from '../../../src/domain/time/notices.ts'
import { DAY, type Deed, directory, matterIn, NOW, people, unitOther, unitSupport } from './life.ts'

const calendar = calendarOf(notices)
const later = { at: NOW + 20 * DAY, provisional: false, said: null }

/** Asked by the handler, agreed by the head: the approver's word is waited for. */
const extension = {
  ...{ by: people.承办人.id, at: NOW - DAY, to: later.at, reason: '等批复' },
  ...{ agreed: true, provisional: false, said: null },
}

/** A matter whose supporting unit has given its part, so that only the asked step is in question. */
const answered: Deed = (matter, by, at = NOW) => {
  const answer = { by: people.协办科长.id, at: NOW - DAY, text: '已报' }
  const supports = matter.supports.map((one) => ({ ...one, state: 'answered' as const, answer }))
  return requestClose({ ...matter, supports }, { by, at }, '已报送', directory)
}

/** Somebody of the unit that leads now. */
const handlerIn = (lead: number) =>
  [people.承办人, people.秘书, people.协办科长].find((one) => one.unit === lead) ?? people.承办人

const act = (by: Parameters<Deed>[1], at = NOW) => ({ by, at })

const all = {
  立项: (matter, by, at) => register(matter, act(by, at), directory),
  转办: (matter, by, at) => refer(matter, act(by, at), unitOther, directory),
  批示承办单位: (matter, by, at) => rule(matter, act(by, at), unitOther, '由他科办理', directory),
  签收: (matter, by, at) => sign(matter, act(by, at), directory),
  退签: (matter, by, at) => declineSign(matter, act(by, at), '不属我科职责', directory),
  分办: (matter, by, at) => deploy(matter, act(by, at), handlerIn(matter.lead), '', directory),
  报: (matter, by, at) => report({ ...matter, supports: [] }, act(by, at), '完成60%', directory),
  延期: (matter, by, at) =>
    askExtension(matter, act(by, at), { ...later, at: matter.due + DAY }, '等批复', directory),
  准延: (matter, by, at) => approveExtension({ ...matter, extension }, act(by, at), directory),
  办结: answered,
  退回: (matter, by, at) => returnForRework(matter, act(by, at), '缺附件', directory),
  同意: (matter, by, at) => complete(matter, act(by, at), '良好', directory),
  销号: (matter, by, at) => closeOut(matter, act(by, at), directory),
  批示: (matter, by, at) => instruct(matter, act(by, at), '请抓紧', null, directory),
  重办: (matter, by, at) => reopen(matter, act(by, at), '未落实', directory),
  挂起: (matter, by, at) => suspend(matter, act(by, at), '等批复', '2026-12-10', directory),
  恢复: (matter, by, at) => resume(matter, act(by, at), '', null, directory),
  撤项: (matter, by, at) => withdraw(matter, act(by, at), '已取消', directory),
  并项: (matter, by, at) =>
    merge(matter, { ...matterIn('in_progress', 'office'), id: 9 }, act(by, at), directory).gone,
  改标题: (matter, by, at) => amendWords(matter, act(by, at), '标题', '新标题', directory),
  改时限: (matter, by, at) => amendDue(matter, act(by, at), later, '', directory),
  催办: (matter, by, at) =>
    urge({ ...matter, supports: [] }, act(by, at), () => undefined, directory),
  说不: (matter, by, at) =>
    refuse(matter, act(by, at), '需外部门确权', directory, calendar, refusalRule(profilesOf([]))),
  免协: (matter, by, at) =>
    waiveSupport(matter, act(by, at), { unit: unitSupport }, '已另行报送', directory),
} satisfies Record<string, Deed>

export type Verb = keyof typeof all

export const deeds: Record<Verb, Deed> = all
