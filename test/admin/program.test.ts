import { expect, test } from 'vitest'
import { duban } from './keeper.ts'

test('without a command the help is told, and that is wrong use', async () => {
  const ran = await duban([])
  expect(ran).toMatchObject({ exit: 2, out: [] })
  expect(ran.notes.join('\n')).toContain('命令：')
})

test('help is Chinese throughout and names every command', async () => {
  const { exit, out } = await duban(['--help'])
  expect(exit).toBe(0)
  const text = out.join('\n')
  for (const name of [
    'say',
    'replay',
    'lint-card',
    'doctor',
    'verify',
    'init',
    'roster',
    'backup',
  ]) {
    expect(text).toMatch(new RegExp(`^  ${name} .*[\\p{Script=Han}]`, 'mu'))
    const own = (await duban([name, '--help'])).out.join('\n')
    expect(own).toContain('用法：')
    expect(own).not.toMatch(/Usage|Options|Arguments|display help/)
  }
})

test.each([
  [['repaly'], '没有这个命令：repaly'],
  [['verify', '--fast'], '没有这个选项：--fast'],
  [['backup'], '缺少参数'],
  [['verify', '--database'], '选项缺少值'],
  [['verify', 'more'], '参数太多'],
])('wrong use is named in Chinese: %j', async (args, said) => {
  const ran = await duban(args)
  expect(ran).toMatchObject({ exit: 2, out: [], notes: [expect.stringContaining(said)] })
})
