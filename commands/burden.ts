/** 减负: what the bot laid on people this week and the weeks before, by type and never by person (F14). */

import { burdenWeeks } from '../src/bot/burden.ts'
import {
  about,
  anyone,
  command,
  Declined,
  oneOf,
  optional,
  planUnit,
  type Spoken,
} from '../src/bot/index.ts'
import { LEAST_PEOPLE } from '../src/domain/burden.ts'
import type { Unit } from '../src/domain/people/person.ts'
import { heads, seesAll } from '../src/domain/people/rights.ts'
import { burdenCard, burdenSaid } from '../src/views/burden.ts'

export default command({
  name: '减负',
  aliases: ['减负统计', '减负情况', '减负台账'],
  trails: true,
  about: '查看',
  summary: '看机器人一周发了多少消息、要了多少填报和答复，按类别，不按人',
  says: ['{week} {house} {whose} {again} {later}', '{house} {whose} {week} {again} {later}'],
  slots: {
    week: optional(oneOf('哪一周', ['本周', '这周', '上周', '上上周'])),
    house: planUnit,
    whose: about,
    again: optional(oneOf('减负', ['减负统计', '减负情况', '减负'])),
    later: optional(oneOf('哪一周', ['本周', '这周', '上周', '上上周'])),
  },
  who: anyone,
  examples: ['减负', '减负 上周', '减负 督查室'],
  async run(turn, { week, house, whose, later }) {
    if (whose && 'person' in whose)
      throw new Declined('E-BURDEN-3', '减负只按类别统计，不按人。', ['减负'])
    const unit = house ?? whose?.unit
    if (unit) refuseUnit(turn, unit)
    const back = { 上周: 1, 上上周: 2 }[(week ?? later ?? '') as '上周' | '上上周'] ?? 0
    const weeks = await burdenWeeks(turn, unit, back)
    const [first] = weeks
    return {
      line: `减负：${first ? burdenSaid(first) : ''}。`,
      card: burdenCard(unit?.name ?? '全局', weeks),
      private: true,
    }
  },
})

/** A unit's figure is for its head, leaders and the 督查室, and for nobody where it would be one person's. */
function refuseUnit({ actor, directory }: Spoken, unit: Unit): void {
  if (!seesAll(actor) && !heads(actor, unit))
    throw new Declined('E-RIGHT-5', `${unit.name}的减负情况由科室负责人、局领导和督查室查看。`, [
      '减负',
    ])
  if (directory.membersOf(unit.id).length < LEAST_PEOPLE)
    throw new Declined('E-BURDEN-3', `${unit.name}人数太少，看得出是谁，只能看全局的。`, ['减负'])
}
