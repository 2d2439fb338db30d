/** 议程: a meeting's pack as it stands, or as it was sent with what has changed since; and what the secretary arranges. */

import {
  type AgendaAct,
  agendaAct,
  anyone,
  arrangesAgenda,
  command,
  Declined,
  documentFile,
  mayArrange,
  minutes,
  oneOf,
  optional,
  privatePlace,
  type Reply,
  recordSeries,
  type Spoken,
  sendNow,
  seriesAnywhereHere,
  seriesMeant,
  topicNumber,
} from '../src/bot/index.ts'
import { changesIn, gatherAgenda, packAhead } from '../src/bot/pack.ts'
import { seriesPage } from '../src/bot/series-list.ts'
import { type Agenda, lacksFirst } from '../src/domain/meeting/agenda.ts'
import { noChanges } from '../src/domain/meeting/pack.ts'
import { leaving, type Preparation, shifted, timed } from '../src/domain/meeting/preparation.ts'
import { attends, nextMeeting, packTimes, type Series } from '../src/domain/meeting/series.ts'
import { agendaCard, packCard } from '../src/views/agenda.ts'
import { draftCard } from '../src/views/agenda-draft.ts'
import { agendaDocument, agendaFile } from '../src/views/agenda-paper.ts'
import { whenSaid } from '../src/views/words.ts'

const looking = command({
  name: '议程',
  aliases: ['例会议程', '会议议程'],
  about: '例会',
  summary: '看下次例会的议程；已发出的标明发出后的变化；可导出文档',
  says: ['{series} {export}', '{export} {series}', ''],
  slots: {
    series: seriesAnywhereHere,
    export: optional(oneOf('导出', ['导出', '下载', '打印', 'docx', 'word'])),
  },
  who: anyone,
  examples: ['议程 服务企业', '议程 服务企业 导出', '议程'],
  async run(turn, { series: named, export: exported }) {
    const list = await turn.store.meetings.list()
    const series = named ?? list.find((one) => turn.place === `g:${one.chat}`)
    if (!series) return seriesPage(turn, 1)
    if (!attends(turn.actor, series, turn.directory))
      throw new Declined('E-MEETING-4', `“${series.name}”的议程由参会单位查看。`, ['例会'])
    if (exported) return sendPaper(turn, series)
    const pack = await packAhead(turn, series)
    // In any other group there are readers who do not take part.
    const aside = turn.place.startsWith('g:') && turn.place !== `g:${series.chat}`
    const card = pack
      ? packCard(pack, await changesIn(turn, pack), turn)
      : await cardInMaking(turn, series)
    return { line: `${series.name}议程`, card, private: aside }
  },
})

/** Whoever arranges it sees in private what he may mend; the others what there is so far. */
async function cardInMaking(turn: Spoken, series: Series) {
  const agenda = await gatherAgenda(turn, series, nextMeeting(series, turn.now, turn.calendar))
  const drafts = turn.place.startsWith('p:') && mayArrange(turn, series)
  return drafts
    ? draftFor(turn, series, agenda)
    : agendaCard(agenda, series.prepared.kept !== null, turn)
}

const draftFor = (turn: Spoken, { prepared }: Series, agenda: Agenda) =>
  draftCard(agenda, prepared, { ...turn, viewer: turn.actor })

async function sendPaper(turn: Spoken, series: Series): Promise<Reply> {
  const pack = await packAhead(turn, series)
  const at = nextMeeting(series, turn.now, turn.calendar)
  const agenda = pack?.agenda ?? (await gatherAgenda(turn, series, at))
  const changes = pack ? await changesIn(turn, pack) : noChanges
  const leaf = agendaDocument(agenda, changes, turn, pack?.meets ?? at)
  await turn.post({
    ...documentFile(agendaFile(agenda), leaf),
    place: privatePlace(turn.actor.id),
    class: 'answer',
  })
  return { line: `“${series.name}”议程已私聊发给您。` }
}

const arranging = command({
  name: '议程安排',
  also: arrangesAgenda,
  about: '例会',
  summary: '会议秘书暂缓或发送议程，调整议题先后、是否上会、时长',
  says: ['{series} {act} {topic} {minutes}', '{act} {topic} {minutes} {series}'],
  slots: { series: seriesAnywhereHere, act: agendaAct, topic: topicNumber, minutes },
  who: anyone,
  examples: ['议程 政府基金提升专班推进会 暂缓', '议程 政府基金提升专班推进会 发送'],
  changes: true,
  async run(turn, { series: named, act, topic, minutes }) {
    const series = await seriesMeant(turn, named)
    const { now, calendar } = turn
    if (!mayArrange(turn, series))
      throw new Declined('E-RIGHT-1', '议程由会议秘书或督查室安排。', [`议程 ${series.name}`])
    const at = nextMeeting(series, now, calendar)
    const when = whenSaid(at, now, calendar)
    if (await packAhead(turn, series))
      throw new Declined('E-MEETING-8', `${when} 的议程已经发出，不再改动；不开的请说“停开”。`, [
        `停开 ${series.name} 下次`,
      ])
    const agenda = await gatherAgenda(turn, series, at)
    const done = arrangement(series, agenda, { act, topic, minutes })
    const change = { verb: '议程安排', text: done.said }
    const back = { what: 'preparation', id: series.id, before: series.prepared } as const
    const after = await recordSeries(
      turn,
      { ...series, prepared: done.prepared },
      { ...change, back },
    )
    await turn.store.meetings.save(series, after)
    const line = `“${series.name}”${when} 的议程：${done.said}${await sending(turn, after, agenda, act)}`
    if (turn.place.startsWith('g:')) return { line }
    const card = draftFor(turn, after, await gatherAgenda(turn, after, at))
    return { line, card, page: true }
  },
})

interface Asked {
  act: AgendaAct
  topic: number | null
  minutes: number | null
}

/** The preparation as asked, and what was done in words. */
function arrangement(series: Series, agenda: Agenda, { act, topic, minutes }: Asked) {
  const { prepared } = series
  const of = (changed: Preparation, said: string) => ({ prepared: changed, said })
  if (act === '暂缓')
    return of({ ...prepared, held: true, released: false }, '暂缓发送，说“发送”后才发。')
  if (act === '发送') {
    if (lacksFirst(agenda))
      throw new Declined('E-MEETING-9', `“${series.name}”须有第一议题，议程尚不能发送。`, [
        `第一议题 ${series.name} 学习……精神`,
      ])
    return of({ ...prepared, held: false, released: true, kept: null }, '')
  }
  if (act === '时长') {
    if (!minutes)
      throw new Declined('E-SAY-1', '请写明几分钟。', [`议程 ${series.name} 时长 15分钟`])
    const whose = topic === null ? '每个议题' : known(agenda, topic, series).said
    return of(timed(prepared, topic, minutes), `${whose}${minutes}分钟。`)
  }
  if (topic === null)
    throw new Declined('E-SAY-1', '还缺：议题编号。', [`议程 ${series.name} ${act} 议题1`])
  const { said } = known(agenda, topic, series)
  const shown = agenda.topics.map((one) => one.id)
  if (act === '不上会') return of(leaving(prepared, topic, true), `${said}本次不上会，顺延到下次。`)
  if (act === '上会') return of(leaving(prepared, topic, false), `${said}本次上会。`)
  return of(shifted(prepared, shown, topic, act === '前移' ? -1 : 1), `${said}已${act}。`)
}

function known({ topics, left }: Agenda, id: number, series: Series): { said: string } {
  const found = [...topics, ...left].find((one) => one.id === id)
  if (found) return { said: `议题“${found.text}”` }
  throw new Declined('E-MEETING-5', `“${series.name}”本次没有议题${id}。`, [`议程 ${series.name}`])
}

/** When it goes out, once it may: at once where the draft is there, else at its time. */
async function sending(
  turn: Spoken,
  series: Series,
  agenda: Agenda,
  act: AgendaAct,
): Promise<string> {
  if (act !== '发送') return ''
  const { draft, sent } = packTimes(agenda.at, turn.calendar)
  if (turn.now < draft || series.prepared.drafted === null)
    return `将于 ${whenSaid(sent, turn.now, turn.calendar)} 自动发送。`
  await sendNow(turn, series)
  return '随即发送。'
}

export default [looking, arranging]
