/** 服务对象: who came, his number, how hard it is, and to whom it goes on. */
import { phonesIn } from '../../domain/guard/phone.ts'
import type { Level } from '../../domain/matter/matter.ts'
import { wordsIn } from '../sentence.ts'
import { missing, type Slot } from '../slot.ts'
import { type Recipient, recipient } from './people.ts'

const WANTS =
  '反映|咨询|申请|要求|投诉|来电|来访|来信|来问|询问|请求|诉求|想办|要办|想问|称|希望|求助|办理|要查|想查'

const WHO = new RegExp(
  `^(?!电话|手机|联系|不满意)(?:(?:来访|来电|服务对象|当事)(?:人|群众|企业)?[\\s:]+)?([^\\s,;:。、\\d]{2,30}?)(?=(?:的?(?:同志|先生|女士|老板|经理))?(?:${WANTS})|[\\s,;:]|联系|电话|手机|1[3-9]\\d{9})`,
  'u',
)

/** 鑫源公司, 张三, 城东社区居民李女士: what stands before 反映, a pause or the number. */
export const client: Slot<string> = {
  label: '来访的单位或群众，反映什么',
  stands: 'anywhere',
  optional: false,
  read({ sentence }, [from, to]) {
    const stretch = sentence.folded.slice(from, to)
    const start = from + (/^[\s,;:。、]*/u.exec(stretch)?.[0].length ?? 0)
    const hit = WHO.exec(sentence.folded.slice(start, to))
    const name = hit?.[1]
    if (!hit || name === undefined) return undefined
    const end = start + hit[0].length
    // It stays in the text, which says who wants what; here it is only told apart.
    return { value: wordsIn(sentence, end - name.length, end), span: [start, start] }
  },
  absent: () => missing('来访的单位或群众，反映什么'),
}

const PHONE =
  /[\s,;、。]*(?:联系)?(?:电话|手机|座机|联系方式)[号码]*(?:是|为)?[\s:]*(?:(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8}|\d{7,8})(?!\d)|[.…。]+)|[\s,;、。]*(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-\d{7,8})(?!\d)/u

/** 电话13800000000; nothing where none was given. */
export const phone: Slot<string | null> = {
  label: '电话',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = PHONE.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const start = from + hit.index
    const value = phonesIn(hit[0])[0] ?? null
    return { value, span: [start, start + hit[0].length] }
  },
  absent: () => null,
}

const LEVEL = /(?<=^|[\s,;。])(简单|一般|复杂|重大复杂|特别复杂)(?:事项|件|的)?(?=$|[\s,;。])/u

/** 简单, 一般, 复杂: 3, 5 or 10 working days. */
export const level: Slot<Level | null> = {
  label: '难易',
  stands: 'anywhere',
  optional: true,
  read({ sentence }, [from, to]) {
    const hit = LEVEL.exec(sentence.folded.slice(from, to))
    if (!hit) return undefined
    const word = hit[1]
    const value: Level = word === '简单' || word === '一般' ? word : '重大复杂'
    return { value, span: [from + hit.index, from + hit.index + hit[0].length] }
  },
  absent: () => null,
}

/** 转 金融科, 交给@王强: whom the first-asked person hands it to. */
export const forwarded: Slot<Recipient | null> = {
  label: '转给谁',
  stands: 'anywhere',
  optional: true,
  async read(reading, [from, to]) {
    const text = reading.sentence.folded.slice(from, to)
    for (const hit of text.matchAll(/(?<=^|[\s,;。])(?:转|交|移交|请)(?:给|至|到|由)?\s*/gu)) {
      const start = from + hit.index
      const at = start + hit[0].length
      const found = await recipient.read(reading, [at, to])
      if (found && found.span[0] === at) return { value: found.value, span: [start, found.span[1]] }
    }
    return undefined
  },
  absent: () => null,
}
