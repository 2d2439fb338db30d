/** 未送达: which of the messages that went astray is meant. */
import { numbered } from './numbered.ts'

/** Its number: 3, 第3条. */
export const strayNumber = numbered('第几条消息', '未送达')
