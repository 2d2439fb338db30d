/** The face of the engine for authors of commands and jobs. */
export { Asked, Declined } from '../domain/declined.ts'
export {
  arranged,
  arrangedBack,
  arrangedSaid,
  mayArrange,
  seriesMeant,
} from './arranging.ts'
export { keepFile } from './attach.ts'
export { command } from './command.ts'
export { fetchDropped, fetchFile, fetchQuoted } from './dropped.ts'
export { fingerprint } from './fingerprint.ts'
export { gatherAgain, isGathered, onPages, tellKept } from './gathered.ts'
export { job } from './job.ts'
export { planPack, sendNow } from './meeting.ts'
export { followTopics } from './pack-cards.ts'
export { keepBack, sendPack } from './pack-sending.ts'
export {
  admins,
  anyone,
  either,
  heads,
  keepers,
  leaders,
  liaisons,
  secretaries,
  supervisors,
} from './permits.ts'
export { chatOf, groupPlace, personOf, privatePlace } from './place.ts'
export { documentFile, sheetsFile } from './printed.ts'
export { record, recordSeries, type TakeBack } from './record.ts'
export type { Reply } from './reply.ts'
export { ALLOWANCE, allowanceIn } from './restraint.ts'
export { bear, settle } from './settle.ts'
export { cardAt, showAgain, showTo } from './show.ts'
export { missing, optional } from './slot.ts'
export { type AgendaAct, agendaAct, arrangesAgenda, minutes, topicNumber } from './slots/agenda.ts'
export { ahead, everybody } from './slots/ahead.ts'
export { field, newDue, newHandler } from './slots/amendment.ts'
export { business } from './slots/business.ts'
export { clause } from './slots/clause.ts'
export { client, forwarded, level, phone } from './slots/client.ts'
export { days } from './slots/days.ts'
export { type DigestAsk, digestAsk } from './slots/digest-ask.ts'
export { due, recurrence, weekly } from './slots/due.ts'
export { handler } from './slots/handler.ts'
export {
  briefDay,
  briefLine,
  type IncidentAct,
  incident,
  incidentAct,
  incidentName,
  incidentNew,
  memberUnits,
  withRestDays,
} from './slots/incident.ts'
export { type Addressee, addressee, type Promised, promised } from './slots/instruction.ts'
export { later } from './slots/later.ts'
export { ledgerAsk } from './slots/ledger.ts'
export { intoMatter, matter, matterOrReplied } from './slots/matter.ts'
export {
  keptBy,
  kindSaid,
  leading,
  leadingUnit,
  newSeriesName,
  restDay,
  studySaid,
  studySubject,
} from './slots/meeting.ts'
export { type Items, item, items, nth, pasted, savedText } from './slots/minutes.ts'
export { month } from './slots/month.ts'
export { person, recipient, unit } from './slots/people.ts'
export { plan } from './slots/plan.ts'
export {
  allUnits,
  type PlanAct,
  planAct,
  planDraft,
  planLine,
  planUnit,
} from './slots/plan-line.ts'
export { queuedTopic } from './slots/queued-topic.ts'
export { result } from './slots/result.ts'
export { dueUnlessRuled, type Rule, rule, ruleBySource } from './slots/rule.ts'
export { draftNumber, ruleNamed } from './slots/rule-named.ts'
export { scopes } from './slots/scope.ts'
export {
  series,
  seriesAnywhere,
  seriesAnywhereHere,
  seriesApart,
  seriesHere,
} from './slots/series.ts'
export { hours } from './slots/span.ts'
export { mentionedToo, named, standIn } from './slots/stand-in.ts'
export { stillOpen } from './slots/still-open.ts'
export { strayNumber } from './slots/stray.ts'
export { anonymous, suggestionNumber, suggestionOffice } from './slots/suggestion.ts'
export { supporters, supportersBehind, supportersNamed } from './slots/supporters.ts'
export { taskForce } from './slots/task-force.ts'
export { about } from './slots/topic.ts'
export { until } from './slots/until.ts'
export { anyway, urgency } from './slots/urgent.ts'
export { type Whose, whose } from './slots/whose.ts'
export { aboutMe, wondering } from './slots/wondering.ts'
export {
  basis,
  count,
  grade,
  name,
  oneOf,
  page,
  progress,
  reason,
  remark,
  request,
  text,
} from './slots/words.ts'
export { syllablesOf } from './sound.ts'
export { tellPeople } from './tell.ts'
export { type Post, type Spoken, sendingCard, type Turn } from './turn.ts'
export { refuseTwice } from './twice.ts'
export { subjects } from './vocabulary.ts'
