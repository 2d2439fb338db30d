/** 次月计划: what is done to it, which of its lines, and which version was seen. */
import type { Unit } from '../../domain/people/person.ts'
import { numberOf } from '../../domain/time/numerals.ts'
import { missing, type Slot } from '../slot.ts'

/** What may be done to a plan. */
export type PlanAct = '增' | '删' | '改' | '确认' | '导出' | '未报' | '汇总'

/** How each of them is said; 无调整 confirms, so it is looked for before 调整. */
const SAID: readonly (readonly [RegExp, PlanAct])[] = [
  [/^(?:均?无|没有|不作|不做|不用)(?:调整|变化|修改|意见)(?=$|[\s,。])/u, '确认'],
  [/^(?:确认|报送|上报|提交|照此)(?:上报|报送|无误|提交)?/u, '确认'],
  [/^(?:再|还要?|请)?(?:增加|新增|添加|补充|加上|增|加)(?:[一1](?:项|条))?/u, '增'],
  [/^(?:请)?(?:删除|删去|删掉|去掉|取消|不列|删)/u, '删'],
  [/^(?:请)?(?:修改|更改|调整|改一下|改)/u, '改'],
  [/^(?:导出|下载|打印|表格)/u, '导出'],
  [
    /^(?:有?(?:谁|哪些科室|哪些)(?:还)?(?:没有?|未)[报交]了?|还有谁(?:没有?|未)[报交]|未[报交]|缺报|缺谁)/u,
    '未报',
  ],
  [/^汇总/u, '汇总'],
]

/** What is to be done to the plan; nothing where it is only to be seen. */
export const planAct: Slot<PlanAct | null> = {
  label: '做什么（增、删、改、确认、导出）',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    for (const [words, act] of SAID) {
      const hit = words.exec(sentence.folded.slice(from, to))
      if (hit) return { value: act, span: [from, from + hit[0].length] }
    }
    return undefined
  },
  absent: () => null,
}

/** A unit by name, at the beginning: nothing near is asked about, for 增 and 删 may stand there as well. */
export const planUnit: Slot<Unit | null> = {
  label: '科室',
  stands: 'at',
  optional: true,
  read({ sentence, directory }, [from, to]) {
    const rest = sentence.folded.slice(from, to)
    const own = /^(?:我们?科室?|本科室?|我室)的?/u.exec(rest)
    if (own) return { value: null, span: [from, from + own[0].length] }
    const hit = directory.unitAt(rest)
    const of = rest[hit?.length ?? 0] === '的' ? 1 : 0
    return hit && { value: hit.unit, span: [from, from + hit.length + of] }
  },
  absent: () => null,
}

/** 全局、全部科室: everybody's plan. */
export const allUnits: Slot<true | null> = {
  label: '范围',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /^(?:全局|全部科室|所有科室|各科室|全部)/u.exec(sentence.folded.slice(from, to))
    return hit ? { value: true, span: [from, from + hit[0].length] } : undefined
  },
  absent: () => null,
}

/** The number of a line, behind 删 and 改 only: 3, 第3项, 三. */
export const planLine: Slot<number | null> = {
  label: '第几项',
  stands: 'at',
  optional: true,
  read({ sentence, filled }, [from, to]) {
    if (filled.act !== '删' && filled.act !== '改') return undefined
    const hit =
      /^(?:第\s?)?(\d{1,3}|[一二两三四五六七八九十]{1,3})(?!\d)\s?(?:[项条行](?:工作)?)?/u.exec(
        sentence.folded.slice(from, to),
      )
    const value = hit ? numberOf(hit[1]!) : undefined
    return hit && value !== undefined ? { value, span: [from, from + hit[0].length] } : undefined
  },
  absent: ({ filled }) => (filled.act === '删' || filled.act === '改' ? missing('第几项') : null),
}

/** 第4稿: the version that a card showed. */
export const planDraft: Slot<number | null> = {
  label: '第几稿',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /^第(\d{1,6})稿/.exec(sentence.folded.slice(from, to))
    return hit ? { value: Number(hit[1]), span: [from, from + hit[0].length] } : undefined
  },
  absent: () => null,
}
