/** Words: the rest of a sentence, a fixed word, a grade, what follows 依据. */
import { Declined } from '../../domain/declined.ts'
import type { Grade } from '../../domain/matter/matter.ts'
import type { Request } from '../../domain/matter/waiting.ts'
import { numberOf } from '../../domain/time/numerals.ts'
import { saysNothing } from '../courtesy.ts'
import { fold, wordsIn } from '../sentence.ts'
import { missing, type Slot } from '../slot.ts'

/** Longest text a sentence may carry; more belongs into a document. */
const LONGEST = 1000

/** What remains of the sentence, quotes taken off; empty when nothing does. */
export const text: Slot<string> = {
  label: '内容',
  stands: 'rest',
  optional: false,
  read({ sentence }, [from, to]) {
    // Where a date was taken out of the middle, one space stays.
    const words = wordsIn(sentence, from, to)
      // Where a date stood in brackets nothing is left in them.
      .replace(/[（(【〔[]\s*[）)】〕\]]/gu, ' ')
      // Where a date was taken out of the middle, one space stays.
      .replace(/ {2,}/g, ' ')
      .replace(/^[\s，,：:；;、。]+|[\s，,；;、]+$/gu, '')
      .replace(/^[-—–]+\s*(?=\p{Script=Han})/u, '')
      .replace(/^[“"「](.+)[”"」]$/su, '$1')
    if (words.length > LONGEST)
      throw new Declined(
        'E-TEXT-3',
        `内容有${words.length}字，请控制在${LONGEST}字以内，详情请附文件。`,
      )
    return saysNothing(fold(words)) ? undefined : { value: words, span: [from, to] }
  },
  absent: () => '',
}

/** What remains, as the reason of a step. */
export const reason: Slot<string> = labelled(
  text,
  '理由',
  /^(?:理由|原因)\s*(?:是|为)?\s*[:：]\s*/u,
)

/** What remains, as progress: `进展：` before it is only its label. */
export const progress: Slot<string> = labelled(
  text,
  '内容',
  /^(?:的?(?:最新|工作|办理|目前)*(?:进展|进度)(?:情况)?(?:如下)?\s*[:：]|进展 )[^\S\n]*(?=[^\s])/u,
)

function labelled(slot: Slot<string>, label: string, before: RegExp): Slot<string> {
  return {
    ...slot,
    label,
    async read(reading, span) {
      const found = await slot.read(reading, span)
      return found && { ...found, value: found.value.replace(before, '') }
    },
  }
}

/** What remains, or nothing. */
export const remark: Slot<string> = { ...text, optional: true }

/** One of these words, standing next. */
export function oneOf<const Word extends string>(
  label: string,
  words: readonly Word[],
): Slot<Word> {
  return {
    label,
    stands: 'at',
    optional: false,
    read({ sentence }, [from]) {
      const hit = words.find((word) => sentence.folded.startsWith(word, from))
      return hit && { value: hit, span: [from, from + hit.length] }
    },
    absent: () => {
      throw new Declined('E-SAY-1', `还缺：${label}（${words.join('、')}）。`)
    },
  }
}

/** What of two requests is meant: 延期, 办结, 撤项, with or without 申请; a bare 申请 is whichever waits. */
export const request: Slot<Request | null> = {
  label: '哪项申请（延期、办结、撤项）',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /^的?(?:(延期|办结|撤项)(?:的?申请)?|申请)/.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const value = (hit[1] as Request | undefined) ?? null
    return { value, span: [from, from + hit[0].length] }
  },
  absent: () => null,
}

const GRADE =
  /(?:(?:等次|评定)(?:为|是)?\s*:?\s*|评为|定为)?(不合格|优秀|良好|合格|(?<=^|[\s,为])[优良](?=$|[\s。]))/

/** 优秀、良好、合格, in long or short; a bare 同意 means 良好. */
export const grade: Slot<Grade | null> = {
  label: '等次',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = GRADE.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const said = hit[1]!
    if (said === '不合格')
      throw new Declined('E-GRADE-1', '不合格的应当退回重办，请用“退回”并写明理由。')
    const value: Grade = said.startsWith('优') ? '优秀' : said === '合格' ? '合格' : '良好'
    return { value, span: [from + hit.index, from + hit.index + hit[0].length] }
  },
  absent: () => null,
}

/** 依据: the paper or meeting a matter rests on, up to the end of the sentence. */
export const basis: Slot<string | null> = {
  label: '依据',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /(?:^|[\s,;。(])(?:依据|根据)\s*:?\s*(\S.*)$/su.exec(
      sentence.folded.slice(from, to),
    )
    if (!hit) return undefined
    const value = wordsIn(sentence, from + hit.index, to).replace(
      /^[\s，,；;。(（]*(?:依据|根据)\s*[:：]?\s*|[)）]$/gu,
      '',
    )
    return value ? { value, span: [from + hit.index, to] } : undefined
  },
  absent: () => null,
}

/** 第N页, from 1. */
export const page: Slot<number> = {
  label: '页码',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /第\s?(\d{1,4})\s?页/.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const span: [number, number] = [from + hit.index, from + hit.index + hit[0].length]
    return { value: Math.max(1, Number(hit[1])), span }
  },
  absent: () => 1,
}

/** A number of messages, `3条`, 五条, 3. */
export const count: Slot<number | null> = {
  label: '条数',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /^(?:最多|不超过)?\s*(\d{1,4}|[一两二三四五六七八九十]{1,3})\s*[条个次]?/u.exec(
      sentence.folded.slice(from, to),
    )
    const value = hit?.[1] === undefined ? undefined : numberOf(hit[1])
    return hit && value !== undefined ? { value, span: [from, from + hit[0].length] } : undefined
  },
  absent: () => null,
}

/** One word, up to the next space: the name of something new. */
export const name: Slot<string> = {
  label: '名称',
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const hit = /^[^\s，,：:；;。]{2,40}/u.exec(sentence.raw.slice(from, to))
    if (!hit) return undefined
    const end = from + hit[0].length
    return { value: wordsIn(sentence, from, end), span: [from, end] }
  },
  absent: () => missing('名称'),
}
