/** 蓝、橙、红: the colour of a 督办通知单. */
import { Declined } from '../../domain/declined.ts'
import type { Colour } from '../../domain/matter/paper.ts'
import type { Slot } from '../slot.ts'

const WORD = /^([蓝橙红黄绿])(?:色|单|牌)?(?=$|[\s,;:。\d#]|特急)/

/** The colour standing next; one that no paper has is refused. */
export const colour: Slot<Colour | null> = {
  label: '颜色（蓝、橙、红）',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = WORD.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const word = hit[1]
    if (word === '黄' || word === '绿')
      throw new Declined('E-PAPER-4', `督办通知单只有蓝、橙、红三色，没有${word}色。`)
    return { value: word as Colour, span: [from, from + hit[0].length] }
  },
  absent: () => null,
}
