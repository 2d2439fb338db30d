/** 议程: the pack of a meeting as it stands now. */

import { gatherAgenda } from '../src/bot/gather.ts'
import {
  anyone,
  command,
  Declined,
  optional,
  type Reply,
  type Spoken,
  series,
} from '../src/bot/index.ts'
import type { Series } from '../src/domain/meeting/series.ts'
import { attends, nextMeeting } from '../src/domain/meeting/series.ts'
import { agendaCard, seriesCard } from '../src/views/agenda.ts'

export default command({
  name: '议程',
  about: '例会',
  summary: '看下次例会的议程',
  says: ['{series}', ''],
  slots: { series: optional(series) },
  who: anyone,
  examples: ['议程 服务企业', '议程'],
  async run(turn, { series }) {
    const chosen = series ?? (await ofThisGroup(turn))
    if (!chosen) return listed(turn)
    if (!attends(turn.actor, chosen, turn.directory))
      throw new Declined('E-MEETING-4', `“${chosen.name}”的议程由参会单位查看。`, ['例会'])
    const agenda = await gatherAgenda(turn, chosen)
    // In any other group there are readers who do not take part.
    const aside = turn.place.startsWith('g:') && turn.place !== `g:${chosen.chat}`
    return { line: `${chosen.name}议程`, card: agendaCard(agenda, turn), private: aside }
  },
})

async function ofThisGroup(turn: Spoken): Promise<Series | undefined> {
  const list = await turn.store.meetings.list()
  return list.find((one) => turn.place === `g:${one.chat}`)
}

async function listed(turn: Spoken): Promise<Reply> {
  const list = await turn.store.meetings.list()
  const rows = list.map((one) => ({
    series: one,
    next: nextMeeting(one, turn.now, turn.calendar),
  }))
  return { line: '请选择例会', card: seriesCard(rows, turn) }
}
