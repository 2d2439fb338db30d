/** Who may say which word at all: one table, written by hand beside language.md section 2. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadRegistry } from '../../src/bot/registry.ts'
import { type Directory, directoryOf } from '../../src/domain/people/directory.ts'
import { actingOn } from '../../src/domain/people/rights.ts'
import { openWorld, personNamed, type World } from '../world.ts'

const registry = await loadRegistry(
  new URL('../../commands/', import.meta.url),
  new URL('../../src/jobs/', import.meta.url),
)

type Hat = 'leader' | 'supervisor' | 'head' | 'liaison' | 'secretary' | 'admin'

/** A word is everybody's, or that of whoever wears one of these hats. */
const everybody = 'everybody'
const assigners: Hat[] = ['leader', 'supervisor', 'head']
const registrars: Hat[] = ['leader', 'supervisor', 'secretary', 'liaison']
const office: Hat[] = ['leader', 'supervisor']
const arrangers: Hat[] = ['secretary', 'admin', 'supervisor']

/**
 * Written by hand from language.md section 2, decisions.md and domain.md D.2. A row says who may begin; to which
 * matter it may be said is the domain's to decide, and named beside the row where language.md is narrower.
 */
const table: Record<string, readonly Hat[] | typeof everybody> = {
  交办: assigners, // a head only inside his own unit: domain/matter/assign.ts
  批示: ['leader'],
  签收: ['head', 'liaison'], // of the lead unit: transitions.sign
  签收并分办: ['head'], // hands out as well, which is the head's alone (D.2 row 6)
  退签: ['head'], // language.md has the row with 签收; D.2 row 5 leaves the liaison out
  分办: ['head'],
  报: everybody, // handler, head, support unit: domain/matter/report.ts and support.ts
  办结: everybody, // the head, or the handler where the profile says so: transitions.requestClose
  同意: assigners, // for whom it waits: domain/matter/review.ts
  退回: assigners,
  销号: assigners, // the head only what he assigned inside his unit (decisions.md, who ends a matter)
  重办: assigners,
  延期: everybody, // handler, head: transitions.askExtension
  转办: ['supervisor'], // D.2 row 3, and row 22 of decisions.md: a head sends back by 退签
  协办: assigners, // the lead unit's head, the 督查室, whoever assigned: domain/matter/supporting.ts
  免协: everybody, // the lead unit's head: transitions.waive
  挂起: ['leader'], // the one in charge: transitions.suspend
  恢复: ['leader'],
  撤项: registrars, // whoever registered it and leaders, D.2 row 17; what a head assigns is under way at once
  并项: ['supervisor'],
  拟办: registrars, // D.2 row 1
  立项: ['supervisor'], // D.2 row 2
  全部立项: everybody, // whose meeting it is, or the 督查室: E-RIGHT-1
  不立项: everybody, // whose meeting it is, or the 督查室: E-RIGHT-1
  议定: everybody, // whose meeting it is, or the 督查室: E-RIGHT-1
  改议定: everybody, // whose meeting it is, or the 督查室: E-RIGHT-1
  纪要: everybody, // whose meeting it is, or the 督查室: E-RIGHT-1
  催办: assigners, // a head inside his unit, or the support units of his matter: domain/matter/urge.ts
  催办单: office,
  督办单: office,
  说不: everybody, // first-asked, handler, head, leader in charge: domain/matter/refusal.ts
  能办: everybody, // whoever the rung is at: domain/matter/refusal.ts
  不予办理: everybody, // the principal: transitions.finalRefusal
  说不清单: assigners,
  改: [...registrars, 'head'], // the 督查室 and whoever assigned or registered it: transitions.amend
  撤销: everybody, // one's own last deed
  查: everybody, // who may see it: domain/matter/sight.ts
  历史: everybody,
  更多: everybody,
  专班新建: ['admin'],
  专班名单: everybody,
  为什么: everybody,
  待办: everybody, // others' by right: E-RIGHT-5
  台账: everybody, // others' by right: E-RIGHT-5
  台账导入: ['supervisor'],
  附件: everybody, // who may see it
  受理: everybody,
  不满意: everybody,
  谁管: everybody,
  已联系: everybody, // first-asked, lead unit, 督查室: domain/matter/client.ts
  已答复: everybody,
  回访: everybody, // counter staff and the 督查室: domain/matter/callback.ts
  提交例会: everybody, // who carries the matter, its rungs, the 督查室, the secretary: E-RIGHT-2
  采纳议题: everybody, // the series' secretary and the 督查室: E-RIGHT-1
  退回议题: everybody, // the same
  报议题: everybody, // heads, liaisons, handlers: anybody may carry a matter
  议程: everybody,
  周交办: everybody, // handing out is the leaders' and the 督查室's: E-RIGHT-1
  讲评: assigners, // language.md: supervisor, leaders; a head his own part of what was circulated
  异议: ['head', 'liaison'],
  答复异议: ['supervisor'],
  审定讲评: ['leader'], // the principal, or whom the 督查室 named: domain/review/review.ts
  退回讲评: ['leader'],
  例会: everybody, // 新建 is the secretary's and the keeper's: E-RIGHT-1
  会议秘书: arrangers,
  停开: arrangers, // language.md: secretary, admin; wider by the 督查室
  补开: arrangers,
  改例会: arrangers,
  改期: arrangers,
  议程安排: everybody, // the series' secretary and the 督查室: E-RIGHT-1
  第一议题: everybody, // the same, and leaders: E-RIGHT-1
  次月计划: everybody, // the unit's head and liaison write it, who may look: domain/returns/planners.ts
  报次月计划: everybody,
  日报: everybody, // the leader's and the units' own: domain/returns/incident.ts and brief.ts
  研判: everybody, // members, leaders, 督查室
  匿名意见: everybody,
  回复意见: everybody, // whoever keeps the office's suggestions: domain/returns/suggestion.ts
  意见清单: everybody, // likewise
  意见归口: ['admin'],
  未送达: ['admin'],
  重发消息: ['admin'],
  确认送达: ['admin'],
  不再发送: ['admin'],
  减负: everybody, // a unit's by right: E-RIGHT-5
  简报: assigners,
  风险报备: everybody, // handler, head: domain/matter/risk.ts
  交接: ['head', 'supervisor'],
  感谢: everybody,
  推荐案例: everybody,
  案例: office,
  实绩: everybody, // one's own
  更正: everybody, // one's own
  请假: everybody, // another's is the keeper's: commands/leave.ts
  代办: everybody,
  销假: everybody,
  免打扰: everybody,
  每日条数: ['admin'],
  预览: everybody, // everybody's is the keeper's: E-RIGHT-1
  规则: everybody, // changing them is the keeper's: E-RIGHT-1
  意见: everybody,
  登记: ['admin'],
  登记离任: ['admin'],
  登记职责: ['admin', 'head'], // the head for his own people: E-RIGHT-2
  绑定: ['admin'],
  专班: ['admin'],
  帮助: everybody,
}

/** Who they are, and which hats they wear by the roster; nothing at all for him who left. */
const persons: [what: string, name: string, hats: readonly Hat[] | 'gone'][] = [
  ['科员', '邹雪晴', []],
  ['副科长', '魏晓燕', []],
  ['科长', '杜建华', ['head']],
  ['联络员', '江晓辉', ['liaison']],
  ['专班牵头人', '彭海涛', ['head']],
  ['督查员', '梁书航', ['supervisor']],
  ['督查室主任', '陈静', ['supervisor', 'head']],
  ['会议秘书', '刘洋', ['secretary']],
  ['管理员', '马晓东', ['admin']],
  ['窗口', '安玉梅', []],
  ['党务', '于小曼', []],
  ['分管领导', '高建平', ['leader']],
  ['分管领导兼专班牵头人', '郑国栋', ['leader', 'head']],
  ['主要领导', '李明远', ['leader', 'head']],
  ['其他处级', '苏晓萍', []],
  ['代办科长的科员', '史丽萍', ['head']],
  ['代办管理员的科员', '朱雨桐', []],
  ['已离任的督查员', '宋婉清', 'gone'],
]

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.says('李娜', '请假 今天至11月27日 代办 @史丽萍')
  await world.says('马晓东', '请假 今天至11月27日 代办 @朱雨桐')
  await world.says('马晓东', '登记离任 @宋婉清')
}, 120_000)
afterAll(() => world.close())

const directory = () =>
  world.ground.bot.office.store.look((store) => world.ground.bot.office.directory(store))

/** 高建平 as if his task force were not: all six leaders of the sample office head one. */
const withoutTaskForces = ({ people, units }: Directory) =>
  directoryOf(
    [...people.values()],
    [...units.values()].filter(({ kind }) => kind !== 'task_force'),
  )

describe('who may say which word', () => {
  test('every command has its row, and every row its command', () => {
    expect(Object.keys(table).sort()).toEqual(registry.all.map(({ name }) => name).sort())
  })

  test.each(persons)('%s（%s）', async (what, name, hats) => {
    const all = await directory()
    const here = what === '分管领导' ? withoutTaskForces(all) : all
    const person = here.byOpenId(personNamed(name).openId)
    const actor = person && actingOn(person, '2026-11-23', all)
    const may = registry.all.filter(({ who }) => actor && who.may(actor, here))
    const should = Object.keys(table).filter((word) => {
      const row = table[word]!
      return hats !== 'gone' && (row === everybody || row.some((hat) => hats.includes(hat)))
    })
    expect(may.map((one) => one.name).sort()).toEqual(should.sort())
  })
})
