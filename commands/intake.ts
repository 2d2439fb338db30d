/** 受理、不满意、谁管: a client is taken in by whoever he asked first, and led to whom it concerns. */
import {
  Asked,
  anyone,
  bear,
  business,
  client,
  command,
  Declined,
  forwarded,
  level,
  matter,
  phone,
  privatePlace,
  reason,
  type Spoken,
  syllablesOf,
  text,
} from '../src/bot/index.ts'
import { guardScope } from '../src/domain/guard/scope.ts'
import { COUNTER, type Intake, receive } from '../src/domain/matter/client.ts'
import { profileOf } from '../src/domain/matter/profiles.ts'
import { timetableOf } from '../src/domain/matter/timetable.ts'
import type { Person, Unit } from '../src/domain/people/person.ts'
import { answerable } from '../src/domain/people/remit.ts'
import { receiptSaid } from '../src/views/client.ts'
import { receptionOf, responsibleSaid } from '../src/views/remits.ts'
import { dueSaid } from '../src/views/words.ts'

type Order = Pick<Intake, 'name' | 'phone' | 'want' | 'lead' | 'person' | 'level' | 'complains'>

const receiving = command({
  name: '受理',
  aliases: ['首问', '窗口受理', '窗口'],
  about: '办理',
  summary: '首问受理企业和群众的诉求，转给该办的科室，跟踪到答复为止',
  says: ['{phone} {level} {to} {client} {want}'],
  slots: { client, phone, level, to: forwarded, want: text },
  who: anyone,
  examples: [
    '受理 鑫源公司反映贴息未到账 电话13800000000',
    '受理 张三咨询创业担保贷款 简单 转 金融科',
  ],
  changes: true,
  asks: true,
  async run(turn, { client, phone, level, to, want }) {
    guardScope(want)
    const wants = want.slice(want.indexOf(client) + client.length).replace(/^[\s，,；;：:、]+/u, '')
    if (!wants)
      throw new Declined('E-TEXT-1', '请写明服务对象反映什么。', [`受理 ${client}反映贴息未到账`])
    const { lead, person } = to
      ? ledBy(turn, to)
      : await ledByDuty(turn, wants, { client, phone, level })
    const order = { name: client, phone, want: wants, lead, person, complains: null }
    return take(turn, { ...order, level: level ?? '一般' })
  },
})

const complaining = command({
  name: '不满意',
  aliases: ['不满意窗口'],
  also: /^(?:窗口|受理|首问)\s*[:：]?\s*不满意/u,
  about: '办理',
  summary: '不满意窗口：对一件事的办理不满意，另立一件并重新计时',
  says: ['{matter} {phone} {words}', '{phone} {words}'],
  slots: { matter, phone, words: reason },
  who: anyone,
  examples: ['不满意 8 企业反映办理拖延'],
  changes: true,
  async run(turn, { matter, phone, words }) {
    const lead = turn.directory.units.get(matter.lead)
    if (!lead) throw new Error(`matter ${matter.id} has no lead unit`)
    return take(turn, {
      name: matter.client?.name ?? '服务对象',
      phone: phone ?? matter.client?.phone ?? null,
      want: `对${matter.id}号办理不满意：${words}`,
      lead,
      person: null,
      level: '一般',
      complains: matter.id,
    })
  },
})

/** Begins with the question, or is one as a whole: 贴息归谁管. Whoever says 这事谁管 asks people. */
const ASKS =
  /^(?:谁(?:来|在|能)?(?:管|负责|经办|分管)(?!理)|(?=(?![这那此它]|.*\d)[\p{Script=Han}A-Za-z、]{2,16}(?:归|由|是|该|找|问)?(?:谁|哪个(?:科室|部门|人))(?:来|在)?(?:管|负责|经办|分管|(?<=找(?:谁|哪个(?:科室|部门|人)))办)的?(?:呢|啊|呀)?[?？。]*$))/u

const finding = command({
  name: '谁管',
  aliases: ['谁负责', '找谁办'],
  also: ASKS,
  about: '查看',
  summary: '按业务找承办的科室和同志',
  says: ['{business}'],
  slots: { business },
  who: anyone,
  examples: ['谁管 贴息', '谁管 专项债券'],
  async run(turn, { business }) {
    const found = answerable(business, await turn.store.remits.all(), syllablesOf)
    return { line: responsibleSaid(business, found, turn) }
  },
})

export default [receiving, complaining, finding]

/** Into the ledger on the counter's clock, with a receipt for the client to the first-asked person alone. */
async function take(turn: Spoken, order: Order) {
  const { actor, at, calendar, now } = turn
  const profile = profileOf({ profile: COUNTER }, turn.profiles)
  const terms = { at, level: order.level, urgent: false, own: null, meeting: null }
  const table = timetableOf(profile, terms, calendar)
  const { due } = table
  if (due === null)
    throw new Declined('E-INTAKE-6', `“${COUNTER}”规则没有写“${order.level}”的期限，请管理员补上。`)
  const chat = turn.place.startsWith('g:') ? turn.place.slice(2) : null
  const birth = receive({ by: actor, at }, { ...order, table: { ...table, due }, chat })
  const matter = await bear(turn, birth, actor.id)
  const body = { content: { lines: receiptSaid(matter, turn) } }
  await turn.post({ kind: 'send', place: privatePlace(actor.id), body, class: 'answer' })
  const to = `${order.lead.name}${order.person?.name ?? ''}`
  const when = dueSaid(matter.due, now, calendar)
  const line = `已受理，${matter.id}号，转${to}（${matter.level}），承诺 ${when} 前办结。您是首问责任人，跟踪到答复为止。10分钟内可说“撤销”。`
  return { line, matter, born: true }
}

function ledBy({ directory }: Spoken, to: { person: Person } | { unit: Unit }) {
  if ('unit' in to) return { lead: to.unit, person: null }
  const lead = directory.units.get(to.person.unit)
  if (!lead) throw new Declined('E-UNIT-2', `${to.person.name}还没有登记所在科室，请联系管理员。`)
  return { lead, person: to.person }
}

/** The one unit that answers for it by its very words; else the first-asked person chooses. */
async function ledByDuty(
  turn: Spoken,
  want: string,
  said: { client: string; phone: string | null; level: string | null },
): Promise<{ lead: Unit; person: Person | null }> {
  const { directory, actor } = turn
  const found = answerable(want, await turn.store.remits.all(), syllablesOf)
  const people = found.people.flatMap((id) => directory.people.get(id) ?? [])
  const units = [...new Set(people.map((one) => one.unit))].flatMap(
    (id) => directory.units.get(id) ?? [],
  )
  const [only] = units
  if (found.sure && only && units.length === 1)
    return { lead: only, person: people.length === 1 ? (people[0] ?? null) : null }
  const own = directory.units.get(actor.unit)
  const near = units.length > 0 ? units : own ? [own] : []
  const offered = [...new Set([...near.slice(0, 4), receptionOf(directory)])].filter(
    (one) => one !== undefined,
  )
  const { client, phone, level } = said
  const words = [`受理 ${client} ${want}`, level, phone && `电话${phone}`].filter(Boolean).join(' ')
  throw new Asked(
    'E-INTAKE-7',
    `${units.length > 0 ? '有几个科室与此有关' : '没有登记谁管这件事'}，由哪个科室承办？请选择，或在句末写“转 科室名”。`,
    offered.map((one) => ({ label: one.name, say: `${words} 转 ${one.name}` })),
    phone !== null,
  )
}
