/** 办理结果: what was done, in the words of who did it; words that say it is not done yet are asked about. */
import { Asked } from '../../domain/declined.ts'
import { wordsIn } from '../sentence.ts'
import type { Slot } from '../slot.ts'
import { text } from './words.ts'

/** Words that deny the result they stand for: 还没有办结, 尚缺附件, 基本完成; not 未发现问题, which is one. */
const YET = '(?:还|尚|暂|目前|现在|仍|但|只)'
const UNDONE = [
  new RegExp(
    `^${YET}*(?:没(?!有?(?:问题|发现|遗留|新))|未(?!发[现生]|出现|涉及|超)|不能|不要|无法|不(?!涉及|存在|属|再|需|超))`,
  ),
  new RegExp(
    `^(?:${YET}+[缺欠差剩待需]|缺(?![口陷勤位])|就差|正[在待按]|等(?![次级])|待(?![遇办]))`,
  ),
  /(?:^|[，,；;。])(?:但|不过|只是|其中)?[^，,；;。]{0,8}(?:还|尚|仍)(?:没|未(?!发现|出现)|缺|欠|差|需|待|剩|有[^，,；;。]{0,10}[未没待需缺])/,
  /(?:^|[，,；;。])(?:但|只|就)?(?:剩余?|剩下|差)\s*[\d一两二三四五六七八九十几]/,
  /(?:基本|部分|大部分|初步)(?:完成|办结|办完)(?=[，,；;。\s]|$)/,
]
/** A share at the end of what was done is a part of it: 完成60%, 已完成百分之九十, 完成过半, 完成八成. */
const SHARED =
  /(?<![\d.])\d{1,2}(?:\.\d+)?\s*[%％]\s*[。]?$|(?:完成|进度|办理)[^，,；;。]{0,6}(?:百分之(?!百)[\d一二三四五六七八九十零]{1,4}|[一二三四五六七八九]成|过半|一半|大半|多半|[二三四五]分之[一二三四])\s*[。]?$/

const isUndone = (words: string): boolean =>
  SHARED.test(words) || UNDONE.some((one) => one.test(words))

/** What remains, as the result of a thing done; asks where the words say that it is not. Quoted they are only text. */
export const result: Slot<string> = {
  ...text,
  label: '办理结果',
  async read(reading, span) {
    const found = await text.read(reading, span)
    const typed = wordsIn(reading.sentence, ...span).replace(/^[\s，,：:；;、。]+/u, '')
    if (!found || !isUndone(typed)) return found
    const before = wordsIn(reading.sentence, 0, span[0])
    throw new Asked('E-SAY-7', `“${found.value}”像是还没有办妥，台账未作变动。请选择：`, [
      { label: '仍申请办结', say: `${before} “${found.value}”` },
      { label: '记为进展', say: `${before.replace(/^\S*?(?=[\s\d#第]|$)/u, '报')} ${found.value}` },
    ])
  },
}
