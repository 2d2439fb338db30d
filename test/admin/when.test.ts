import { expect, test } from 'vitest'
import { duban } from './keeper.ts'

const lines = (...objects: unknown[]) => objects.map((one) => JSON.stringify(one)).join('\n')

test('each phrase is answered with the moment it means, or with why it means none', async () => {
  const ref = '2026-11-24T10:00:00+08:00'
  const ran = await duban(
    ['when', '--json'],
    {},
    undefined,
    lines(
      { id: 1, ref, text: '3个工作日内报送方案' },
      { id: 2, ref, text: '每周一9:00' },
      { id: 3, ref, text: '明天前报送' },
      { id: 4, ref, text: '尽快报送' },
    ),
  )
  expect(ran.exit).toBe(0)
  expect(ran.out.map((line) => JSON.parse(line))).toMatchObject([
    { id: 1, kind: 'due', due: '2026-11-27T18:00:00+08:00', rest: '报送方案', offDay: false },
    {
      id: 2,
      kind: 'recur',
      next: ['2026-11-30T09:00:00+08:00', expect.any(String), expect.any(String)],
    },
    { id: 3, kind: 'ask', candidates: expect.any(Array) },
    { id: 4, kind: 'reject', reason: 'vague' },
  ])
})

test('a line that cannot be read is named, and the others are answered', async () => {
  const ran = await duban(['when'], {}, undefined, '{\n{"id":2,"ref":"?","text":"明天"}\n')
  expect(ran).toMatchObject({
    exit: 1,
    out: [],
    notes: ['第1行不是 JSON', expect.stringContaining('2：需要 ref')],
  })
})
