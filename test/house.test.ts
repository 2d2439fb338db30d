/** The law of the house: who may look where, use what, and read the clock. Its table is the documentation. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Room {
  /** Rooms it may import. */
  rooms: string[]
  packages: string[]
  /** Exceptions to the forbidden words, by what they are needed for. */
  may?: ('network' | 'clock' | 'env')[]
}

/** `domain/` knows nobody; the two keys know everybody and contain nothing. */
const law: Record<string, Room> = {
  'src/domain': { rooms: [], packages: ['tyme4ts'] },
  'src/card': { rooms: [], packages: [] },
  'src/sample': { rooms: ['src/domain'], packages: ['node:crypto'] },
  'src/store': {
    rooms: ['src/domain', 'migrations'],
    packages: [
      'kysely',
      'better-sqlite3',
      'pg',
      'node:module',
      'node:crypto',
      'node:fs',
      'node:path',
    ],
  },
  'src/views': {
    rooms: ['src/domain', 'src/card'],
    packages: ['hucre', 'docx', '@resvg/resvg-js', 'mammoth', 'node:zlib'],
  },
  'src/bot': {
    rooms: ['src/domain', 'src/store', 'src/views', 'src/card'],
    packages: [
      'pinyin-pro',
      'fastest-levenshtein',
      'pino',
      'prom-client',
      'node:fs',
      'node:crypto',
    ],
  },
  commands: { rooms: ['src/domain', 'src/views', 'src/bot'], packages: [] },
  'src/jobs': { rooms: ['src/domain', 'src/views', 'src/bot'], packages: [] },
  'src/feishu': {
    rooms: ['src/bot', 'src/card', 'src/domain'],
    packages: ['@larksuiteoapi/node-sdk', 'axios', 'hono', 'zod', 'node:*'],
    may: ['network'],
  },
  'src/sandbox': {
    rooms: ['src/card'],
    packages: ['hono', '@hono/node-server', 'preact', 'protobufjs', 'ws', 'node:*'],
    may: ['network'],
  },
  'src/admin': {
    rooms: [
      'src/domain',
      'src/store',
      'src/views',
      'src/bot',
      'src/card',
      'src/feishu',
      'src/sample',
      'src/sandbox',
      'src/simulate',
      'src',
    ],
    packages: ['commander', 'pino', 'node:*'],
  },
  'src/bench': {
    rooms: ['*'],
    packages: [
      '@hono/node-server',
      '@larksuiteoapi/node-sdk',
      'better-sqlite3',
      'hono',
      'pg',
      'pino',
      'node:*',
    ],
    may: ['clock', 'env'],
  },
  'src/simulate': {
    rooms: ['src/admin', 'src/domain', 'src/sample', 'src/sandbox', 'src/store', 'src'],
    packages: ['pg', 'pino', 'node:*'],
  },
  migrations: { rooms: [], packages: ['kysely'] },
  src: {
    rooms: ['*'],
    packages: ['node-cron', 'hono', '@hono/node-server', 'zod', 'pino', 'node:*'],
  },
}

/** The keys: the only places that read the clock and the environment. */
const keys: Record<string, ('network' | 'clock' | 'env')[]> = {
  'src/main.ts': ['clock'],
  'src/admin/main.ts': ['clock', 'env'],
  'src/config.ts': ['env'],
  // The pretend platform's page lives in a browser, which has its own clock.
}

const forbidden: [RegExp, 'network' | 'clock' | 'env' | 'chance'][] = [
  [/\bDate\.now\s*\(/, 'clock'],
  [/\bnew Date\(\s*\)/, 'clock'],
  [/\bMath\.random\s*\(/, 'chance'],
  [/\bprocess\.env\b/, 'env'],
  [/(?<![.\w])fetch\s*\(/, 'network'],
]

const isPage = (file: string): boolean => file.startsWith(join('src', 'sandbox', 'page'))
const files = ['src', 'commands', 'migrations'].flatMap(walk).filter((file) => !isPage(file))

function walk(at: string): string[] {
  return readdirSync(at).flatMap((name) => {
    const path = join(at, name)
    return statSync(path).isDirectory() ? walk(path) : /\.tsx?$/.test(name) ? [path] : []
  })
}

/** The room of a file: the longest name in the table that its path begins with. */
function roomOf(file: string): string {
  const rooms = Object.keys(law).sort((a, b) => b.length - a.length)
  return rooms.find((room) => file.startsWith(`${room}/`)) ?? ''
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [
    ...text.matchAll(
      /^(?:import|export|\})[^'\n]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((hit) => hit[1] ?? hit[2] ?? hit[3]!)
}

const packageOf = (name: string): string =>
  name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : name.split('/')[0]!

describe('the law of the house', () => {
  test('every room imports only the rooms below it', () => {
    const trespasses = files.flatMap((file) => {
      const room = roomOf(file)
      const { rooms } = law[room]!
      return importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative('.', join(dirname(file), name)))
        .filter((target) => {
          const other = roomOf(target)
          return other !== room && !rooms.includes('*') && !rooms.includes(other)
        })
        .map((target) => `${file} → ${target}`)
    })
    expect(trespasses).toEqual([])
  })

  test('every room uses only its own packages', () => {
    const foreign = files.flatMap((file) => {
      const { packages } = law[roomOf(file)]!
      return importsOf(file)
        .filter((name) => !name.startsWith('.'))
        .filter(
          (name) =>
            !packages.includes(packageOf(name)) &&
            !packages.includes(name) &&
            !(name.startsWith('node:') && packages.includes('node:*')),
        )
        .map((name) => `${file} → ${name}`)
    })
    expect(foreign).toEqual([])
  })

  test('nobody but the keys reads the clock, chance or the environment, and only the doors reach the network', () => {
    const words = files.flatMap((file) => {
      const may = [...(law[roomOf(file)]!.may ?? []), ...(keys[file] ?? [])] as string[]
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      return forbidden
        .filter(([word, what]) => word.test(text) && !may.includes(what))
        .map(([, what]) => `${file}: ${what}`)
    })
    expect(words).toEqual([])
  })

  test('no file imports itself through others', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((name) => name.startsWith('.'))
          .map((name) => relative('.', join(dirname(file), name))),
      ]),
    )
    const cycles: string[] = []
    const done = new Set<string>()
    const visit = (file: string, path: string[]): void => {
      const at = path.indexOf(file)
      if (at >= 0) {
        cycles.push([...path.slice(at), file].join(' → '))
        return
      }
      if (done.has(file)) return
      for (const next of graph.get(file) ?? []) visit(next, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })

  test('files stay small, and none is named for nothing in particular', () => {
    const vague = /\b(util|utils|common|helper|helpers|manager|service|data|info)\b/
    const named = ['src', 'commands', 'migrations'].flatMap(walk)
    expect(named.filter((file) => vague.test(file))).toEqual([])
    const lines = named
      .map((file) => readFileSync(file, 'utf8').split('\n').length - 1)
      .sort((a, b) => a - b)
    const at = (share: number) => lines[Math.ceil(lines.length * share) - 1]!
    expect(at(0.5)).toBeLessThan(80)
    expect(at(0.9)).toBeLessThan(200)
    expect(at(1)).toBeLessThanOrEqual(300)
  })
})
