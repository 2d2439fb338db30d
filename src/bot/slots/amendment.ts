/** 改: what is to be put right, each behind its own word: 截止 周四12:00, 标题 …, 依据 …, 承办人 @王强. */
import type { Person } from '../../domain/people/person.ts'
import { missing, type Slot } from '../slot.ts'
import { type Due, due } from './due.ts'
import { person } from './people.ts'

/** 为, 改为, 到: leads over from what is changed to what it becomes. */
const BECOMES = '\\s*(?:改|调整|变更|延|提前)?(?:为|成|到|至|是)?\\s*[:,]?\\s*'
const DUE = new RegExp(
  `^的?(?:办结|办理|完成)?(?:截止(?:时间|日期|日)?|时限|期限|日期|时间)${BECOMES}`,
)
const PERSON = new RegExp(`^的?(?:承办人|经办人|责任人)${BECOMES}`)
const FIELD = new RegExp(`^的?(标题|题目|名称|事项|依据|文号)${BECOMES}`)

/** The new date, behind 截止 or its like, or standing alone at once. */
export const newDue: Slot<Due | null> = {
  label: '新的时限',
  stands: 'at',
  optional: true,
  async read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    const word = DUE.exec(text)?.[0].length ?? 0
    // Without its word only a date that stands at once is one: a title may hold a date too.
    if (word === 0 && !/^(?:为|到|至)?\s*[\d本下明后周星月今]/.test(text)) return undefined
    const found = await due.read(reading, [from + word, to])
    if (!found) return word > 0 ? missing('新的时限（如 周四12:00）') : undefined
    if (word === 0 && found.span[0] > from + 1) return undefined
    return { value: found.value, span: [from, found.span[1]] }
  },
  absent: () => null,
}

/** The new handler, behind 承办人. */
export const newHandler: Slot<Person | null> = {
  label: '新的承办人',
  stands: 'at',
  optional: true,
  async read(reading, [from, to]) {
    const word = PERSON.exec(reading.sentence.folded.slice(from, to))?.[0].length ?? 0
    if (word === 0) return undefined
    const found = await person.read(reading, [from + word, to])
    return found
      ? { value: found.value, span: [from, found.span[1]] }
      : missing('新的承办人（@姓名）')
  },
  absent: () => null,
}

/** 标题 or 依据: what the words that follow become. */
export const field: Slot<'标题' | '依据' | null> = {
  label: '标题或依据',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = FIELD.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const value = /^[依文]/.test(hit[1]!) ? '依据' : '标题'
    return { value, span: [from, from + hit[0].length] }
  },
  absent: () => null,
}
