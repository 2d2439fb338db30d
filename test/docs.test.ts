/** The documents against the code: what they name exists, what the code has they explain. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseEnv } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadRegistry, type Registry } from '../src/bot/registry.ts'
import { fold } from '../src/bot/sentence.ts'
import { readSettings } from '../src/config.ts'
import { EVENT_TYPES } from '../src/feishu/events.ts'
import { stateDocument } from './docs/state-diagram.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))

const documents = filesIn('docs').filter((file) => file.endsWith('.md'))
if (existsSync('README.md')) documents.push('README.md')

/** Words in single backticks, fenced blocks left out. */
function inlineCode(file: string): string[] {
  const text = read(file).replace(/^```[\s\S]*?^```$/gm, '')
  return [...text.matchAll(/`([^`\n]+)`/g)].map((hit) => hit[1]!)
}

/** The first cell of every row of a document's tables, headers left out. */
function firstCells(file: string): string[] {
  const rows = [...read(file).matchAll(/^\| ?([^|\n]*?) ?\|.*\n(?!\|---)/gm)]
  return rows.map((hit) => hit[1]!).filter((cell) => !/^-+$/.test(cell))
}

describe('links and names', () => {
  test('every link leads to a file, and its anchor to a heading there', () => {
    const dead = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
        .map((hit) => hit[1]!)
        .filter((link) => {
          const [path = '', anchor] = link.split('#')
          const target = path ? join(dirname(file), path) : file
          if (!existsSync(target)) return true
          return anchor !== undefined && !anchorsOf(target).includes(decodeURIComponent(anchor))
        })
        .map((link) => `${file}: ${link}`),
    )
    expect(dead).toEqual([])
  })

  test('every file of the project that a document names is there', () => {
    const gone = documents.flatMap((file) =>
      inlineCode(file)
        .filter((word) => /^(?:src|commands|migrations|test|docs)\/[\w./-]*$/.test(word))
        .filter((path) => !existsSync(path))
        .map((path) => `${file}: ${path}`),
    )
    expect(gone).toEqual([])
  })

  test('every script that a document runs is in package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const wrong = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run (?:-s )?([a-z-]+)/g)]
        .filter((hit) => !scripts[hit[1]!])
        .map((hit) => `${file}: ${hit[0]}`),
    )
    expect(wrong).toEqual([])
  })

  test('every keeper’s command that a document shows is one', () => {
    const known = [...read('src/admin/program.ts').matchAll(/\badd\(\s*'([a-z-]+)'/g)]
    const names = known.map((hit) => hit[1]!)
    const shown = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run -s duban -- ([a-z-]+)/g)].map((hit) => hit[1]!),
    )
    expect(names).toContain('say')
    expect(shown.filter((name) => !names.includes(name))).toEqual([])
  })
})

/** Anchors as the code host makes them from headings. */
function anchorsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map((hit) =>
    hit[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}

describe('.env.example', () => {
  const example = read('.env.example')

  test('has a line for each setting, and no other', () => {
    const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)]
    expect(Object.keys(parseEnv(example)).sort()).toEqual(settings.map((hit) => hit[1]!).sort())
  })

  test('explains each line in Chinese', () => {
    const lines = example.split('\n')
    const bare = lines.filter(
      (line, i) => /^[A-Z_]+=/.test(line) && !/^# .*\p{Script=Han}/u.test(lines[i - 1] ?? ''),
    )
    expect(bare).toEqual([])
  })

  test('copied as it is, means the same as no settings at all', () => {
    expect(readSettings(parseEnv(example))).toEqual(readSettings({}))
  })
})

describe('refusals.md', () => {
  test('explains every code that is in the code, once, and no other', () => {
    const found = new Set<string>()
    for (const file of ['src', 'commands']
      .flatMap(filesIn)
      .filter((name) => /\.tsx?$/.test(name))) {
      const text = read(file).replace(/\/\*[\s\S]*?\*\//g, '')
      for (const hit of text.matchAll(/['`](E-[A-Z]+-)(\d+|\$\{[^}]*\})['`]/g))
        for (const number of hit[2]!.match(/\d+/g) ?? []) found.add(`${hit[1]}${number}`)
    }
    expect(found.size).toBeGreaterThan(40)
    const explained = firstCells('docs/refusals.md').filter((cell) => cell.startsWith('E-'))
    expect(explained.sort()).toEqual([...found].sort())
  })
})

describe('state.md', () => {
  test('is the state machine as the rules have it', async () => {
    await expect(stateDocument()).toMatchFileSnapshot('../docs/state.md')
  })
})

describe('CHANGELOG.md', () => {
  test('has a section for the version in package.json, each line in a kind of change', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string }
    const [, section] = read('docs/CHANGELOG.md').split(new RegExp(`^## \\[${version}\\].*$`, 'm'))
    const kinds = [...(section ?? '').matchAll(/^### (.+)$/gm)].map((hit) => hit[1]!)
    expect(kinds).not.toEqual([])
    for (const kind of kinds)
      expect(['新增', '变更', '弃用', '移除', '修复', '安全']).toContain(kind)
    expect(section).toMatch(/^- /m)
  })
})

describe('handbook.md', () => {
  let registry: Registry
  beforeAll(async () => {
    const root = new URL('../', import.meta.url)
    registry = await loadRegistry(new URL('commands/', root), new URL('src/jobs/', root))
  })

  test('shows only sentences that begin with a word of ours', () => {
    const strange = inlineCode('docs/handbook.md').filter(
      (sentence) => !registry.find(fold(sentence)),
    )
    expect(strange).toEqual([])
  })

  test('shows every word at least once', () => {
    const shown = inlineCode('docs/handbook.md').map(
      (sentence) => registry.find(fold(sentence))?.command.name,
    )
    const all = [...registry.commands.values()].flat().map((command) => command.name)
    expect(all.filter((name) => !shown.includes(name))).toEqual([])
  })

  test('speaks as an office does', () => {
    for (const file of documents)
      expect(`${file}: ${/.*[！😀-🙏].*/u.exec(read(file))?.[0] ?? ''}`).toBe(`${file}: `)
  })
})

describe('feishu.md', () => {
  test('subscribes every event the bot hears', () => {
    const needed = EVENT_TYPES.filter((type) => type !== 'card.action.trigger_v1')
    const named = inlineCode('docs/feishu.md')
    expect(needed.filter((type) => !named.includes(type))).toEqual([])
  })

  test('asks for the first permission of every need that the doctor looks at', () => {
    const needs = [...read('src/feishu/doctor.ts').matchAll(/any: \[\s*'([^']+)'/g)]
    const named = inlineCode('docs/feishu.md')
    expect(needs.length).toBeGreaterThan(3)
    expect(needs.map((hit) => hit[1]!).filter((scope) => !named.includes(scope))).toEqual([])
  })
})

describe('words.md', () => {
  test('names every table of the database, and no other', () => {
    const made = filesIn('migrations').flatMap((file) =>
      [...read(file).matchAll(/\.createTable\('(\w+)'\)/g)].map((hit) => hit[1]!),
    )
    const rows = [...read('docs/words.md').matchAll(/^\|[^|]*\|[^|]*\|([^|]*)\|/gm)]
    const named = rows.flatMap((hit) => [...hit[1]!.matchAll(/`(\w+)`/g)].map((one) => one[1]!))
    expect([...new Set(named)].sort()).toEqual(made.sort())
  })

  test('names every file of commands', () => {
    const named = inlineCode('docs/words.md')
    const files = readdirSync('commands').map((name) => `commands/${name}`)
    expect(files.filter((file) => !named.includes(file))).toEqual([])
  })
})
