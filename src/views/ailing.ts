/** What is said when the ledger cannot be written: to its keeper, and to whoever tapped meanwhile. */
import { clockOf, type Instant } from '../domain/time/day.ts'

/** full: no room. damaged: not to be trusted. lost: not to be reached. */
type Ailment = 'full' | 'damaged' | 'lost'

const WHAT: Record<Ailment, string> = {
  full: '磁盘已满，台账停止写入。请立即清理或扩容，有了空间会自行恢复。',
  damaged: '数据库文件已损坏，台账停止写入。请保留现场，停机后用 duban restore 从最近的备份恢复。',
  lost: '数据库连不上，台账停止写入。请检查数据库服务和网络，连上后会自行恢复。',
}

/** To the keeper, past the outbox, which cannot be written either. */
export const ailingLines = (ailment: Ailment): string[] => [
  WHAT[ailment],
  '此前收下的一件不少；此后说的话没有收下，平台会重发，恢复后照办。只查看的照常答复。',
]

const WHY: Record<Ailment, string> = {
  full: '磁盘已满，请清理或扩容后再启动。',
  damaged: '数据库文件已损坏，请保留现场，用 duban restore 从最近的备份恢复后再启动。',
  lost: '数据库打不开或连不上，请检查数据库服务、路径和权限后再启动。',
}

/** To the keeper, when the office cannot even open. */
export const unopenedLines = (ailment: Ailment): string[] => [
  `督办未启动：${WHY[ailment]}`,
  '已收下的都在台账里；没有收下的话平台会重发。',
]

/** To the keeper, when it is over. */
export const wellAgainLines = (since: Instant): string[] => [
  `台账已恢复写入（自 ${clockOf(since)} 起曾停止）。`,
]

/** On the toast of a tap, which the platform does not repeat. */
export const TAP_AGAIN = '台账暂时不能写入，这次点击没有生效，请稍后再点。'
