import { describe, expect, test } from 'vitest'
import { syllablesOf } from '../../../src/bot/sound.ts'
import { answerable, type Remit } from '../../../src/domain/people/remit.ts'

const remits: Remit[] = [
  { person: 1, word: '贴息' },
  { person: 1, word: '创业担保贷款' },
  { person: 2, word: '技改贷款' },
  { person: 2, word: '银企对接' },
  { person: 3, word: '专项债券' },
  { person: 4, word: '贴息' },
]

/** What is asked, who is found, whether by the very words. */
const table: [asked: string, people: number[], sure: boolean][] = [
  ['贴息', [1, 4], true],
  ['贴息资金未到账', [1, 4], true],
  ['鑫源公司反映创业担保贷款贴息未到账', [1, 4], true],
  ['专项债', [3], true],
  ['债券', [3], true],
  ['“银企 对接”', [2], true],
  ['专项资金', [3], false],
  ['tiexi', [1, 4], false],
  ['yqdj', [2], false],
  ['铁西', [1, 4], false],
  ['银起对接会', [2], false],
  ['停车', [], false],
  ['贴', [], false],
  ['', [], false],
]

describe('who answers for what', () => {
  test.each(table)('%s', (asked, people, sure) => {
    expect(answerable(asked, remits, syllablesOf)).toEqual({ people, sure })
  })
})
