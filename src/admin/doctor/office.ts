/** The office in the ledger: who can be reached, who keeps it, which letters did not arrive, which days are known. */
import { yearAwaited } from '../../domain/time/arrangement.ts'
import { dayOf, type Instant } from '../../domain/time/day.ts'
import type { Store } from '../../store/open.ts'
import { type Finding, look, well, wrong } from './finding.ts'

const SHOWN = 10

/** What is to be said of the people, the post and the calendar. */
export async function officeFindings(store: Store, now: Instant): Promise<Finding[]> {
  return [...(await people(store)), await post(store), await calendar(store, now)]
}

async function people(store: Store): Promise<Finding[]> {
  const directory = await store.look((bound) => bound.people.directory())
  const here = [...directory.people.values()].filter((one) => !one.left)
  if (here.length === 0)
    return [wrong('名册', '还没有登记任何人', '请先用 init 指定管理员，再用 roster 导入花名册')]
  const lost = here.filter((one) => one.openId === null)
  const names = lost.slice(0, SHOWN).map((one) => `${directory.unitName(one.unit)}${one.name}`)
  const found = [
    lost.length === 0
      ? well('名册', `${here.length}人，都有飞书账号`)
      : look(
          '名册',
          `${here.length}人，其中${lost.length}人没有飞书账号：${names.join('、')}${lost.length > SHOWN ? ' 等' : ''}`,
          '请补填手机号后重新运行 roster',
        ),
  ]
  if (directory.withRole('admin').length === 0)
    found.push(wrong('名册', '没有管理员', '请用 init --keeper 手机号 指定'))
  const headless = [...directory.units.values()].filter(
    (unit) => unit.head === null && directory.membersOf(unit.id).length > 0,
  )
  if (headless.length > 0) {
    const which = headless.map((unit) => unit.name).join('、')
    found.push(look('名册', `没有负责人的单位：${which}`, '这些单位不能签收，请在花名册写明科长'))
  }
  return found
}

async function post(store: Store): Promise<Finding> {
  const { counts, troubled } = await store.look(async ({ outbox }) => ({
    counts: await outbox.counts(),
    troubled: await outbox.troubled(SHOWN),
  }))
  const { unknown = 0, dead = 0, ready = 0 } = counts
  if (unknown + dead === 0) return well('投递', `没有未送达的消息，待发${ready}条`)
  const reasons = [...new Set(troubled.map((one) => one.reason ?? '原因不明'))].slice(0, 3)
  const parts = [
    ...(unknown > 0 ? [`不能确定是否送达${unknown}条`] : []),
    ...(dead > 0 ? [`未送达${dead}条`] : []),
  ]
  return look(
    '投递',
    `${parts.join('，')}（${reasons.join('；')}）`,
    '请管理员对机器人说“未送达”，逐条处理，并口头通知当事人',
  )
}

async function calendar(store: Store, now: Instant): Promise<Finding> {
  const today = dayOf(now)
  const year = Number(today.slice(0, 4))
  const known = await store.look((bound) => bound.calendar.read())
  const awaited = yearAwaited(today, known)
  const hint =
    '请管理员对机器人说“登记 放假通知”并粘贴全文；此前按周末和法定节日推算，遇调休可能有出入'
  if (awaited === year) return wrong('日历', `没有${year}年的放假安排`, hint)
  if (awaited !== undefined)
    return look('日历', `${awaited}年的放假安排通常已经公布，还没有登记`, hint)
  return well('日历', `${year}年的放假安排已录入`)
}
