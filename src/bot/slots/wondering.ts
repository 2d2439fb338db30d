/** What people say around a 为什么: that it is about themselves, and why they wonder. None of it changes the answer. */
import type { Slot } from '../slot.ts'

/** 提醒我, 老是给我发消息: one's own messages are meant. */
export const aboutMe: Slot<true | null> = {
  label: '对象',
  stands: 'at',
  optional: true,
  read({ sentence }, [from, to]) {
    const said = sentence.folded.slice(from, to)
    const hit = /^(?:提醒|给我|发给|通知|找我|催我|总|老|又|今天|一直)/u.test(said)
    return hit ? { value: true, span: [from, to] } : undefined
  },
  absent: () => null,
}

/** Whatever follows the matter's number: 为什么 12 是周五. */
export const wondering: Slot<true | null> = {
  label: '疑问',
  stands: 'rest',
  optional: true,
  read: (_, span) => ({ value: true, span }),
  absent: () => null,
}
