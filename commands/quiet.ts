/** 免打扰: hours in which one's messages wait; and how many messages a day the office allows itself. */
import {
  ALLOWANCE,
  admins,
  allowanceIn,
  anyone,
  command,
  count,
  hours,
  oneOf,
  optional,
  record,
} from '../src/bot/index.ts'
import { allowanceOf } from '../src/domain/remind/allowance.ts'
import { quietOf } from '../src/domain/remind/quiet.ts'
import { clockText } from '../src/domain/time/hours.ts'

const quiet = command({
  name: '免打扰',
  aliases: ['勿扰', '勿打扰'],
  also: /^(?=(?:取消|关闭|解除|停用)(?:免打扰|勿打?扰))/,
  about: '其他',
  summary: '设一段时间不收消息，过后补发；说“免打扰 取消”恢复',
  says: ['{off} 免打扰', '{off} 勿扰', '{off} 勿打扰', '{off}', '{hours}'],
  slots: {
    off: optional(oneOf('取消', ['取消', '关闭', '解除', '恢复', '停止', '停用'])),
    hours: optional(hours),
  },
  who: anyone,
  examples: ['免打扰 12:00-14:00', '免打扰 取消'],
  changes: true,
  async run(turn, { off, hours }) {
    const { store, actor } = turn
    const before = (await store.quiet.of(actor.id)) ?? null
    const words = before && `${clockText(before.begins)}至${clockText(before.ends)}`
    if (!off && !hours)
      return {
        line: words ? `您的免打扰时段：每天${words}。` : '您没有设免打扰时段。',
        private: true,
      }
    if (off && !before) return { line: '您没有设免打扰时段。', private: true }
    const after = off || !hours ? null : quietOf(hours.from, hours.to)
    await store.quiet.set(actor.id, after)
    const said = after ? `${clockText(after.begins)}至${clockText(after.ends)}` : '取消'
    await record(turn, {
      verb: '免打扰',
      text: said,
      back: { what: 'quiet', person: actor.id, before },
    })
    const line = after
      ? `已设免打扰：每天${said}，其间的消息过后补发；特急事项除外。`
      : `已取消免打扰（原为每天${words}）。`
    return { line, private: true }
  },
})

const allowance = command({
  name: '每日条数',
  aliases: ['每日消息', '消息上限'],
  about: '其他',
  summary: '设每人每个工作日最多收几条消息，多出的并入简报',
  says: ['{count}'],
  slots: { count: optional(count) },
  who: admins,
  examples: ['每日条数 3', '每日条数'],
  changes: true,
  async run(turn, { count }) {
    const { store } = turn
    const now = await allowanceIn(store)
    if (count === null)
      return { line: `现在每人每个工作日最多${now}条，多出的并入简报。`, private: true }
    const value = allowanceOf(count)
    const before = (await store.settings.get(ALLOWANCE)) ?? null
    await store.settings.set(ALLOWANCE, String(value))
    const back = { what: 'setting' as const, name: ALLOWANCE, before }
    await record(turn, { verb: '每日条数', text: `每人每日${value}条`, back })
    return {
      line: `已设为每人每个工作日最多${value}条（原为${now}条），多出的并入简报。可说“撤销”。`,
    }
  },
})

export default [quiet, allowance]
