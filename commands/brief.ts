/** 日报、研判: a line a day about something that is watched, until it ends by itself (F21). */
import {
  anyone,
  briefDay,
  briefLine,
  command,
  Declined,
  type IncidentAct,
  incident,
  incidentAct,
  incidentName,
  incidentNew,
  memberUnits,
  oneOf,
  optional,
  reason,
  type Spoken,
  until,
  withRestDays,
} from '../src/bot/index.ts'
import {
  askUnits,
  incidentMeant,
  planIncident,
  recordIncident,
  reports,
  tellReporters,
  watchers,
  weekLines,
} from '../src/bot/watching.ts'
import {
  type Brief,
  readsIncident,
  reportingUnit,
  told,
  toldLate,
} from '../src/domain/returns/brief.ts'
import {
  extended,
  type Incident,
  opened,
  reportsOn,
  stopped,
} from '../src/domain/returns/incident.ts'
import { addDays, type Day, dayOf } from '../src/domain/time/day.ts'
import { incidentsCard, weekCard } from '../src/views/brief.ts'
import { daySaid } from '../src/views/words.ts'

const UNDO = '10分钟内可说“撤销”。'

const brief = command({
  name: '日报',
  aliases: ['日报告', '每日报告', '日报补报', '补报日报', '补日报'],
  about: '例会',
  summary: '重点事件期间每天报一句，无变化点一下，17:40汇总给局领导，到期自动停；由局领导启动',
  says: [
    '{make} {name} {rest} {units} {last} {reason}',
    '{act} {event} {rest} {last} {reason}',
    '{event} {act} {rest} {last} {reason}',
    '{event} {day} {line}',
  ],
  slots: {
    make: incidentNew,
    name: incidentName,
    rest: withRestDays,
    units: memberUnits,
    last: until,
    reason: { ...reason, optional: true },
    event: incident,
    act: incidentAct,
    day: briefDay,
    line: briefLine,
  },
  who: anyone,
  examples: [
    '日报 村镇银行 无变化',
    '日报 村镇银行 今日取款平稳',
    '日报 新建 汛期资金调度 至 12月18日 成员 预算科、国库科',
    '日报 村镇银行 停',
  ],
  changes: true,
  asks: true,
  async run(turn, filled) {
    if (filled.make)
      return open(
        turn,
        filled.name,
        filled.units.map((one) => one.unit.id),
        filled,
      )
    if (filled.act) return turnTo(turn, filled.act, await incidentMeant(turn, filled.event), filled)
    if (!filled.line && !filled.event) return list(turn)
    const meant = await incidentMeant(turn, filled.event)
    if (!filled.line) return week(turn, meant, filled.day ?? turn.today)
    const day = filled.day ?? dayOf(turn.at)
    return day === dayOf(turn.at)
      ? say(turn, meant, filled.line)
      : sayLate(turn, meant, day, filled.line)
  },
})

const assessment = command({
  name: '研判',
  aliases: ['周研判', '本周研判'],
  about: '例会',
  summary: '看一件日报事件一周里各单位每天的情况',
  says: ['{event} {before}', '{before} {event}'],
  slots: { event: incident, before: optional(oneOf('哪一周', ['上周', '本周'])) },
  who: anyone,
  examples: ['研判 村镇银行', '研判 村镇银行 上周'],
  async run(turn, { event, before }) {
    const meant = await incidentMeant(turn, event)
    return week(turn, meant, before === '上周' ? addDays(turn.today, -7) : turn.today)
  },
})

export default [brief, assessment]

async function open(
  turn: Spoken,
  named: string | null,
  units: number[],
  { last, rest }: { last: Day | null; rest: boolean },
) {
  if (!named)
    throw new Declined('E-SAY-1', '还缺：事件名称。', [
      '日报 新建 村镇银行 至 12月18日 成员 金融科、办公室',
    ])
  const { store, actor, at, today, calendar, directory } = turn
  const wish = { name: named, units, last, restDays: rest }
  const born = await store.incidents.add(
    opened(wish, { by: actor, at, today }, await store.incidents.open()),
  )
  const names = born.units.map((id) => directory.unitName(id)).join('、')
  const until = daySaid(born.last, today)
  const back = { what: 'incident', id: born.id, before: null } as const
  await recordIncident(turn, '日报新建', `${born.name}，到${born.last}，${names}`, back)
  await planIncident(turn, born)
  // On a day that counts the first ask is the notice; else they hear of it on the first such day.
  if (reportsOn(born, today, calendar)) await askUnits(turn, born, 'notice')
  const readers = watchers(turn, born)
    .map((one) => one.name)
    .join('、')
  return {
    line: `已启动“${born.name}”日报：${names}每${born.restDays ? '天（含休息日）' : '个工作日'}一句，17:40 汇总给${readers}，到 ${until} 自动停。${UNDO}`,
  }
}

async function turnTo(
  turn: Spoken,
  act: IncidentAct,
  before: Incident,
  { last, rest }: { last: Day | null; rest: boolean },
) {
  const { actor, at, today, store } = turn
  const next =
    act === '停' ? stopped(before, actor, at) : extended(before, last, { by: actor, today })
  const after = await store.incidents.save({ ...next, restDays: next.restDays || rest })
  const back = { what: 'incident', id: before.id, before } as const
  await recordIncident(
    turn,
    `日报${act}`,
    act === '停' ? before.name : `${before.name}，到${after.last}`,
    back,
  )
  await planIncident(turn, after)
  const until = daySaid(after.last, today)
  const said =
    act === '停'
      ? `“${after.name}”日报已停，不用再报`
      : `“${after.name}”日报${act === '延长' ? '延长' : '重新启动'}，到 ${until} 自动停`
  await tellReporters(turn, after, `${actor.name}：${said}。`)
  return { line: `${said}。${UNDO}` }
}

async function say(turn: Spoken, meant: Incident, text: string) {
  const { store, actor, at, directory, calendar } = turn
  const unit = reportingUnit(meant, actor, directory)
  const key = { incident: meant.id, day: dayOf(at), unit }
  const before = (await store.briefs.get(key)) ?? null
  const after = told(meant, before ?? undefined, { unit, by: actor.id, at, text }, calendar)
  await store.briefs.put(key, after)
  const house = directory.unitName(unit)
  const back = { what: 'brief', key, before } as const
  await recordIncident(turn, '日报', `${meant.name} ${house}：${text}`, back)
  return { line: saidLine(meant, house, before, after) }
}

/** 补报: the picture of that day stays as it was sent. */
async function sayLate(turn: Spoken, meant: Incident, day: Day, text: string) {
  const { store, actor, at, directory, calendar } = turn
  const unit = reportingUnit(meant, actor, directory)
  const key = { incident: meant.id, day, unit }
  const before = (await store.briefs.get(key)) ?? null
  const line = { day, unit, by: actor.id, at, text }
  await store.briefs.put(key, toldLate(meant, before ?? undefined, line, calendar))
  const house = directory.unitName(unit)
  const back = { what: 'brief', key, before } as const
  await recordIncident(turn, '日报补报', `${meant.name} ${house} ${day}：${text}`, back)
  const when = daySaid(day, turn.today)
  return { line: `“${meant.name}”${house} ${when} 的日报已补记，标明补报，当日汇总不变。${UNDO}` }
}

function saidLine(meant: Incident, house: string, before: Brief | null, after: Brief): string {
  if (after.late !== null)
    return `“${meant.name}”${house}今天的日报已记（17:40后，标明补报）。${UNDO}`
  const how = before ? '已更新' : '已记'
  return `“${meant.name}”${house}今天的日报${how}：${after.text}。17:40前可再改。`
}

async function week(turn: Spoken, meant: Incident, day: Day) {
  if (!readsIncident(meant, turn.actor, turn.directory))
    throw new Declined('E-RIGHT-5', `“${meant.name}”的日报由成员单位、局领导和督查室查看。`, [
      '日报',
    ])
  const lines = await weekLines(turn, meant, day)
  return { line: `研判 ${meant.name}`, card: weekCard(meant, lines, turn), private: true }
}

async function list(turn: Spoken) {
  const { store, actor, directory, today } = turn
  const open = (await store.incidents.open()).filter((one) => readsIncident(one, actor, directory))
  const rows: { incident: Incident; mine: boolean; today: Brief | undefined }[] = []
  for (const one of open) {
    const mine = reports(one, actor, turn)
    const key = mine && { incident: one.id, day: today, unit: reportingUnit(one, actor, directory) }
    rows.push({ incident: one, mine, today: key ? await store.briefs.get(key) : undefined })
  }
  return { line: `进行中的日报${rows.length}件。`, card: incidentsCard(rows, turn), private: true }
}
