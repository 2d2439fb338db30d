/** 专班新建、专班名单: people of several units under one leader until a day, by a sentence or by a sheet. */

import { confirmForces, previewForces } from '../src/bot/force-intake.ts'
import {
  admins,
  anyone,
  command,
  Declined,
  due,
  fetchDropped,
  name,
  oneOf,
  optional,
  record,
  remark,
  taskForce,
  tellPeople,
} from '../src/bot/index.ts'
import type { Slot } from '../src/bot/slot.ts'
import { forceLeader, forceMembers } from '../src/bot/slots/force.ts'
import { formForce } from '../src/domain/people/force.ts'
import { isAdmin } from '../src/domain/people/rights.ts'
import { dayOf } from '../src/domain/time/day.ts'
import { forceFormedSaid, forceSaid, forcesCard } from '../src/views/force-words.ts'

/** Wanted where a pattern has it, nothing in the others. */
const here = <T>(slot: Slot<T>): Slot<T | null> => ({ ...slot, absent: () => null })

const SAMPLE = '专班新建 数据要素专班 牵头 @李娜 成员 @王强、@赵敏 截止 12月31日'

const forming = command({
  name: '专班新建',
  aliases: ['新建专班', '成立专班', '组建专班', '设立专班'],
  // 成立数据要素专班，牵头…: the name stands between the word and what it is.
  also: /^(?:专班\s*(?:新建|成立|组建|设立|登记)|(?:新建|成立|组建|设立)\s*(?=[^\s,]{2,20}专班(?:[\s,:]|$)))/u,
  about: '其他',
  summary: '组建专班：名称、牵头人、各科室的成员、截止日期；也可把文件名含“专班”的 .xlsx 发给我',
  says: ['{confirm} {words}', '{name} {ends} {leader} {members} {words}', ''],
  slots: {
    confirm: here(oneOf('确认', ['确认'])),
    name: here({ ...name, label: '专班名称' }),
    ends: here({ ...due, label: '截止日期（如 截止 12月31日）' }),
    leader: here(forceLeader),
    members: here(forceMembers),
    words: remark,
  },
  who: admins,
  examples: [SAMPLE],
  changes: true,
  takesFile: ({ place, actor, file }) =>
    place.startsWith('p:') && isAdmin(actor) && /专班.*\.xlsx?$/i.test(file?.name ?? ''),
  async run(turn, { confirm, name, ends, leader, members, words }) {
    const { store, directory, today, actor } = turn
    if (turn.file) return fetchDropped(turn, turn.file, 'form')
    if (confirm) return confirmForces(turn, Number(words))
    if (!name || !ends || !leader || !members)
      throw new Declined(
        'E-SAY-1',
        '请写明专班的名称、牵头人、成员和截止日期，或把专班名单（.xlsx，文件名含“专班”）发到这里。',
        [SAMPLE],
      )
    if (words) throw new Declined('E-SAY-1', `没有看懂“${words}”，专班尚未组建。`, [SAMPLE])
    const order = { name, leader, members, ends: dayOf(ends.at) }
    const force = formForce(order, today, directory)
    const id = await store.people.addUnit(force)
    const said = forceSaid(force, directory, today)
    const back = { what: 'forces' as const, born: [id], before: [] }
    await record(turn, { verb: '专班新建', text: `${name}：${said}`, back })
    const told = [force.head, ...force.members].filter((one) => one !== null && one !== actor.id)
    await tellPeople(turn, told as number[], forceFormedSaid(force, directory, today))
    return {
      line: `已组建${name}：${said}。请把机器人拉进专班群，在群里说“绑定 ${name}”。10分钟内可说“撤销”。`,
    }
  },
  fetched: (turn, fetched) => previewForces(turn, fetched),
})

const listing = command({
  name: '专班名单',
  aliases: ['专班成员', '专班清单'],
  also: /^专班\s*(?:名单|成员|清单|有哪些)|^专班(?=[\s。?]*$)/u,
  trails: true,
  about: '查看',
  summary: '看现有的专班，或一个专班的牵头人、成员和截止日期',
  says: ['{force} {tail}', '{force}', ''],
  slots: {
    force: optional(taskForce),
    tail: here(
      oneOf('名单', ['专班名单', '成员名单', '名单', '专班成员', '成员', '专班清单', '清单']),
    ),
  },
  who: anyone,
  examples: ['专班名单', '专班名单 政府基金专班'],
  async run({ directory, today }, { force }) {
    if (force && force.kind !== 'task_force')
      throw new Declined('E-FORCE-2', `${force.name}不是专班。`, ['专班名单'])
    const all = [...directory.units.values()].filter(
      ({ kind, ends }) => kind === 'task_force' && (ends === null || ends >= today),
    )
    const card = forcesCard(force ? [force] : all, directory, today, force !== null)
    const line = force
      ? `${force.name}：${forceSaid(force, directory, today)}。`
      : `专班${all.length}个。`
    return { line, card, private: true }
  },
})

export default [forming, listing]
