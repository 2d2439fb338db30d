/** 议程安排: what is to be done with a draft, which topic is meant, how many minutes. */
import { missing, type Slot } from '../slot.ts'

export type AgendaAct = '暂缓' | '发送' | '前移' | '后移' | '不上会' | '上会' | '时长'

/** What is denied or not yet done arranges nothing: 还没有发送. */
const NOT = '(?<!没有?|未|尚未|不|别|勿|否)'
const SEND = '(?:发送|发出|下发|印发|发吧|发(?=$|[\\s,。]))'

/** By their words; a denial of sending is itself a wish. */
const ACTS: readonly [AgendaAct, RegExp][] = [
  ['暂缓', new RegExp(`${NOT}(?:暂缓|缓发)${SEND}?|(?:暂不|先不|先别|不要|别)(?:要|急着)?${SEND}`)],
  ['不上会', /(?:本次|这次)?(?:不上会|不议|去掉|拿掉|撤下)/],
  ['前移', new RegExp(`${NOT}(?:前移|上移|往前|提到前面|提前)`)],
  ['后移', new RegExp(`${NOT}(?:后移|下移|往后|放到后面|推后)`)],
  ['上会', new RegExp(`${NOT}(?:恢复|重新)?上会`)],
  ['时长', /时长|每(?:个|项)议题|\d\s*分钟/],
  ['发送', new RegExp(`${NOT}(?:现在|立即|马上|可以|恢复)?${SEND}`)],
]

/** How a sentence about 议程 begins that arranges something; what only asks to see it, or for a file, is another's. */
export const arrangesAgenda = new RegExp(
  `^(?:例会)?议程(?=[\\s\\S]*(?:${ACTS.map(([, word]) => word.source).join('|')}))`,
)

/** What is to be done. */
export const agendaAct: Slot<AgendaAct> = {
  label: '怎么安排（暂缓、发送、前移、后移、不上会、上会、时长）',
  stands: 'anywhere',
  optional: false,
  read({ sentence }, [from, to]) {
    const text = sentence.folded.slice(from, to)
    for (const [value, word] of ACTS) {
      const hit = word.exec(text)
      if (!hit) continue
      // `15分钟` tells both that a length is meant and which.
      const length = /分钟/.test(hit[0]) ? 0 : hit[0].length
      return { value, span: [from + hit.index, from + hit.index + length] }
    }
    return undefined
  },
  absent: () => missing('怎么安排（暂缓、发送、前移、后移、不上会、上会、时长）'),
}

/** 议题12: a topic by its number. */
export const topicNumber: Slot<number | null> = {
  label: '议题编号',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /(?:第\s*)?议题\s*#?\s*(\d{1,7})\s*号?/.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const start = from + hit.index
    return { value: Number(hit[1]), span: [start, start + hit[0].length] }
  },
  absent: () => null,
}

/** 15分钟. */
export const minutes: Slot<number | null> = {
  label: '分钟数',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = /(?:各|改为|改成|为)?\s*(\d{1,3})\s*分钟?/.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const start = from + hit.index
    return { value: Number(hit[1]), span: [start, start + hit[0].length] }
  },
  absent: () => null,
}
