/** 改议定: what is said about a draft puts its unit, its supporters, its date or its words right. */
import { Declined } from '../declined.ts'
import type { DraftRead, Reader } from './minutes.ts'
import { executorsAndDue } from './minutes.ts'

const TITLE = /^(?:标题|事项|内容|任务)\s*(?:改为|改成|为|是)?\s*[:：]?\s*(\S.*)$/su
const LEADING = /^[\s，,；;]*(?:改为|改成|改到|改由|换成|换|改)\s*/u
const ALONE = /(?:无|不要|不需|不用|去掉|取消)(?:协办|配合)(?:单位)?/u

/** Field names as they are said in a hurry, without a colon. */
const HASTY: readonly [RegExp, string][] = [
  [/(?<=^|[\s，,；;])(?:协办|配合|协助)(?:单位|科室)?\s*[:：]?\s*(?=\S)/gu, '；协办单位：'],
  [/(?<=^|[\s，,；;])(?:主办|牵头|承办|责任)(?:单位|科室|人)?\s*[:：]?\s*(?=\S)/gu, '；责任单位：'],
  [
    /(?<=^|[\s，,；;])(?:截止|时限|期限|完成时间|时间)\s*(?:改为|改到|为|到)?\s*[:：]?\s*(?=\S)/gu,
    '；完成时限：',
  ],
]

/** The draft with what was said put in; the rest as it was. Declines where nothing of it is understood. */
export function changed<Draft extends DraftRead>(
  draft: Draft,
  words: string,
  reader: Reader,
): Draft {
  const title = TITLE.exec(words.trim())?.[1]
  if (title) return { ...draft, title: title.trim() }
  let said = words.replace(LEADING, '')
  const alone = ALONE.test(said)
  said = said.replace(ALONE, '')
  for (const [hasty, name] of HASTY) said = said.replace(hasty, name)
  const { executors, due } = executorsAndDue(said.replace(/^[；\s]+/u, ''), reader)
  const { lead, supports, namesakes } = executors
  const names = lead !== null || namesakes.length > 0
  if (!names && supports.length === 0 && due.is === 'none' && !alone)
    throw new Declined(
      'E-MINUTES-7',
      '没有看出要改什么，请写承办单位、承办人、时限，或“标题 …”。',
      ['改议定 3 预算科 12月10日前', '改议定 3 标题 报送融资方案'],
    )
  const helping = supports.length > 0 || alone ? supports : draft.supports
  const leading = names ? lead : draft.lead
  return {
    ...draft,
    lead: leading,
    namesakes: names ? namesakes : draft.namesakes,
    unknown: names || supports.length > 0 || alone ? [] : (draft.unknown ?? []),
    supports: helping.filter((one) => one.unit !== leading?.unit),
    due: due.is === 'none' ? draft.due : due,
  }
}
