/** 13710 ends in one month and zero open; the reading with ten days at its end appears nowhere (domain.md B.1). */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ONE = '(?:1|一)'
const APART = '[-/、,，·\\s]+'
/** The wrong reading, put together so that this file does not hold it. */
const WRONG = [
  new RegExp([ONE, '3', '7', '10'].join(APART)),
  new RegExp([ONE, '三', '七', '十'].join('[-/、,，·\\s]*')),
  /13710.{0,40}(?:10|十)个?(?:天|日|工作日)/u,
]

const held = (file: string): boolean => {
  const text = readFileSync(file, 'utf8')
  return text.split('\n').some((line) => WRONG.some((wrong) => wrong.test(line)))
}

test('in no file of the project', () => {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => /\.(?:ts|tsx|md|txt|json|mjs|html)$/.test(file))
    .filter((file) => !/package-lock/.test(file))
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter(held)).toEqual([])
})

test('the search finds it where it is', () => {
  const line = (...digits: string[]) => digits.join('-')
  expect(WRONG.some((wrong) => wrong.test(line('1', '3', '7', '10')))).toBe(true)
  expect(WRONG.some((wrong) => wrong.test(['13710就是', '十个', '工作日办结'].join('')))).toBe(true)
  expect(WRONG.some((wrong) => wrong.test('13710：1天部署、3天反馈、7天办结、1个月、0'))).toBe(
    false,
  )
})
