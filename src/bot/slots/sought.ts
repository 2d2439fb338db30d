/** What is looked for right behind the word: `查专项债券`, `查一下问题楼盘的事`; 查收 and 查处 are other words. */
import { wordsIn } from '../sentence.ts'
import { missing, type Slot } from '../slot.ts'

const SOFT = /^(?:一?下|一查|查|找|看)+(?:有关|关于)?/u
/** What makes another word of it: 查收, 查明, 查处情况, 查了, 详情请见. */
const OTHER =
  /^(?:[收获无体了过到出完清实封账岗票究缴扣漏核证摆验对请见如参]|处(?!置)|明(?!确|年|日|天)|房(?!产|地))/u

/** At least two characters, for one begins too many other words. */
export const sought: Slot<string> = {
  label: '关键词',
  stands: 'at',
  optional: false,
  read({ sentence }, [from, to]) {
    const text = sentence.folded.slice(from, to)
    const soft = SOFT.exec(text)?.[0].length ?? 0
    const said = text.slice(soft)
    if (!/^[“"「《]?\p{Script=Han}/u.test(said) || OTHER.test(said)) return undefined
    const value = wordsIn(sentence, from + soft, to)
      .replace(/(?:的(?:事项?|情况)?)?[\s，,。]*$/u, '')
      .replace(/^[“"「](.+)[”"」]$/u, '$1')
    return [...value].length < 2 ? undefined : { value, span: [from, to] }
  },
  absent: () => missing('关键词'),
}
