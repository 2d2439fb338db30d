/** 放假通知: the State Council's notice as it was pasted, and the words about a unit's own days. */
import { wordsIn } from '../sentence.ts'
import type { Slot } from '../slot.ts'

/** The whole of what remains, as it was written. */
export const notice: Slot<string | null> = {
  label: '放假通知全文（请粘贴）',
  stands: 'rest',
  optional: true,
  read({ sentence }, [from, to]) {
    const words = wordsIn(sentence, from, to).trim()
    return words ? { value: words, span: [from, to] } : undefined
  },
  absent: () => null,
}

/** How a notice begins that is pasted without a word before it. */
export const NOTICE_TITLE =
  /^(?=[《]?(?:国务院办公厅)?关于\s*\d{4}\s*年\s*(?:部分)?\s*节假日(?:安排|放假))/

/** The same, only where its title stands in front. */
export const titledNotice: Slot<string | null> = {
  ...notice,
  optional: false,
  read(reading, [from, to]) {
    const titled = NOTICE_TITLE.test(reading.sentence.folded.slice(from, to))
    return titled ? notice.read(reading, [from, to]) : undefined
  },
}

/** 上班 or 休息, wherever it stands. */
export const works: Slot<boolean | null> = {
  label: '上班或休息',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const words = sentence.folded.slice(from, to)
    const hit = /不(?:用|必)?上班|不休息|不放假|上班|补班|休息|放假/.exec(words)
    if (!hit) return undefined
    const at = from + hit.index
    return { value: WORKING.test(hit[0]), span: [at, at + hit[0].length] }
  },
  absent: () => null,
}

const WORKING = /^(?:上班|补班|不休息|不放假)$/
