/** One thing the doctor looked at. */

export type Level = '正常' | '注意' | '异常'

export interface Finding {
  /** What was looked at: 设置, 数据库, 时钟 … */
  what: string
  level: Level
  /** How it stands, in one sentence without a full stop. */
  say: string
  /** How to mend it; '' when all is well. */
  hint: string
}

/** All is well. */
export const well = (what: string, say: string): Finding => ({ what, level: '正常', say, hint: '' })

/** Somebody should look at it some time. */
export const look = (what: string, say: string, hint: string): Finding => ({
  what,
  level: '注意',
  say,
  hint,
})

/** The office cannot rely on it. */
export const wrong = (what: string, say: string, hint: string): Finding => ({
  what,
  level: '异常',
  say,
  hint,
})

/** The line that is printed. */
export const said = ({ what, level, say, hint }: Finding): string =>
  `[${level}] ${what}：${say}${hint ? `。${hint}` : ''}`
