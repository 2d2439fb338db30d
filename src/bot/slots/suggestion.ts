/** 意见: whether it is anonymous, to which office it goes, and which one is answered. */
import type { Unit } from '../../domain/people/person.ts'
import type { Slot } from '../slot.ts'
import { numbered } from './numbered.ts'

/** As a word of its own wherever it stands, or the beginning of the sentence: to take it too often harms nobody. */
const ANONYMOUS =
  /^[(]?(?:请)?(?:匿名|不具名|不署名|不留名)(?:提|反映)?[)]?[\s,:;]*|[\s,;。(](?:请)?(?:匿名|不具名|不署名|不留名)(?=$|[\s,:;。)])[)]?/u

/** 匿名. */
export const anonymous: Slot<true | null> = {
  label: '匿名',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = ANONYMOUS.exec(sentence.folded.slice(from, to))
    return hit
      ? { value: true, span: [from + hit.index, from + hit.index + hit[0].length] }
      : undefined
  },
  absent: () => null,
}

/** 给办公室: the office it is for; 给预算科的表格 names none. */
export const suggestionOffice: Slot<Unit | null> = {
  label: '给哪个单位',
  stands: 'at',
  optional: true,
  read({ sentence, directory }, [from, to]) {
    const rest = sentence.folded.slice(from, to)
    const lead = /^(?:提?给|致|转|向|请转)\s*@?/u.exec(rest)?.[0].length ?? 0
    const hit = lead > 0 ? directory.unitAt(rest.slice(lead)) : undefined
    if (!hit) return undefined
    const end = lead + hit.length
    const tail = /^(?:提|反映|提出)?(?=$|[\s,:;。])/u.exec(rest.slice(end))
    return tail ? { value: hit.unit, span: [from, from + end + tail[0].length] } : undefined
  },
  absent: () => null,
}

/** The number of a suggestion: 3, 第3条. */
export const suggestionNumber = numbered('第几条意见', '意见清单')
