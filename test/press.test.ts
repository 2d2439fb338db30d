/** The press beside the process, bundled as it is served: the same papers, and what goes wrong there stays there. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handPress, type Press } from '../src/bot/press.ts'
import type { Cell } from '../src/views/cell.ts'
import type { Leaf } from '../src/views/document.ts'

let dir: string
let press: Press
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'duban-press-'))
  await build({
    entryPoints: ['src/press.ts', 'src/press-thread.ts'],
    outdir: dir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    keepNames: true,
    // A binary that only pictures need.
    external: ['@resvg/resvg-js'],
    // The documents' package asks for modules of Node by the old way.
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`,
    },
    outExtension: { '.js': '.mjs' },
  })
  press = (await import(join(dir, 'press.mjs'))).pressBeside
}, 60_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const columns = [
  { title: '事项', width: 40 },
  { title: '时限', as: 'day' as const },
]
const rows: Cell[][] = Array.from({ length: 700 }, (_, n) => [`=第${n}件`, '2026-12-05'])
const sheet = { name: '台账', columns, freeze: 1 }
const leaf: Leaf = {
  title: '督办通知单',
  spacing: { before: 60, after: 60 },
  blocks: [
    { text: '督办通知单', align: 'center', size: 36, color: 'C00000' },
    {
      rows: [[{ text: '事项' }, { text: '报送进展\n附件齐全', align: 'center' }]],
      widths: [24, 76],
    },
  ],
}
const sheets = [{ ...sheet, title: '督办台账', rows }]

async function* lines() {
  for (let n = 0; n < rows.length; n += 250) yield rows.slice(n, n + 250)
}

test('a paper is the same wherever it is made', async () => {
  expect(await press.print(sheets, 0)).toEqual(await handPress.print(sheets, 0))
  expect(await press.write(leaf)).toEqual(await handPress.write(leaf))
  const rolled = await press.roll(sheet, lines(), 1e9)
  expect(rolled).toEqual(await handPress.roll(sheet, lines(), 1e9))
})

test('what weighs too much is given up, and its lines are let go of', async () => {
  let isLetGo = false
  async function* endless() {
    try {
      for (let n = 0; ; n++) yield [[`第${n}件 ${(n * 104_729) % 99_991}`]]
    } finally {
      isLetGo = true
    }
  }
  const gaveUp = await press.roll(sheet, endless(), 20_000).catch((error: Error) => error)
  expect(gaveUp.constructor.name).toBe('TooHeavy')
  expect(isLetGo).toBe(true)
})

test('a store that fails between two lines fails the paper', async () => {
  async function* failing() {
    yield [['甲']]
    throw new Error('the store is away')
  }
  await expect(press.roll(sheet, failing(), 1e9)).rejects.toThrow('the store is away')
})

test('papers that are wanted at once come one after the other, each to whoever asked', async () => {
  const asked = [1, 2, 3].map((n) => press.print([{ ...sheet, rows: rows.slice(0, n) }], 0))
  const broken = press.print([{ ...sheet, rows: [null as never] }], 0).catch(() => 'broken')
  const last = press.write(leaf)
  for (const [n, file] of (await Promise.all(asked)).entries())
    expect(file).toEqual(await handPress.print([{ ...sheet, rows: rows.slice(0, n + 1) }], 0))
  expect(await broken).toBe('broken')
  expect(await last).toEqual(await handPress.write(leaf))
})

test('what breaks in the thread is told to whoever asked, and the process lives on', async () => {
  await expect(press.print([{ ...sheet, rows: [null as never] }], 0)).rejects.toThrow('null')
  expect((await press.print(sheets, 0)).length).toBeGreaterThan(1000)
})
