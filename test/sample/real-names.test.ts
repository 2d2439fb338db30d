import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { officials } from './officials.ts'

const root = new URL('../../', import.meta.url)

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Every run of 2 to 4 Chinese characters inside the texts, once. */
function shortRuns(texts: Iterable<string>): Set<string> {
  const runs = new Set<string>()
  for (const text of texts)
    for (const [stretch] of text.matchAll(/\p{Script=Han}{2,}/gu)) {
      const chars = [...stretch]
      for (let at = 0; at < chars.length; at++)
        for (let size = 2; size <= 4 && at + size <= chars.length; size++)
          runs.add(chars.slice(at, at + size).join(''))
    }
  return runs
}

function matches(texts: Iterable<string>, hashes: ReadonlySet<string>): string[] {
  return [...shortRuns(texts)].filter((run) => hashes.has(hashOf(run)))
}

/** Tracked files and those about to be; undefined where the project is no checkout. */
function projectFiles(): string[] | undefined {
  try {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return listed.toString().split('\0').filter(Boolean)
  } catch {
    return undefined
  }
}

function textOf(path: string): string {
  try {
    const bytes = readFileSync(new URL(path.split('/').map(encodeURIComponent).join('/'), root))
    return bytes.subarray(0, 8000).includes(0) ? '' : bytes.toString('utf8')
  } catch {
    return '' // listed, but taken away in the meantime
  }
}

const files = projectFiles()

describe('real persons', () => {
  it('are found by the hash of their names, inside a longer stretch too', () => {
    const hashes = new Set([hashOf('某甲乙')])
    expect(matches(['由局长某甲乙同志主持'], hashes)).toEqual(['某甲乙'])
    expect(matches(['由局长某甲同志主持'], hashes)).toEqual([])
  })

  it.skipIf(!files)('are named in no file of the project', () => {
    const named = (files ?? []).flatMap((path) =>
      matches([textOf(path), path], officials).map(
        (name) => `${path}: ${hashOf(name).slice(0, 8)}`,
      ),
    )
    expect(named).toEqual([])
  })
})
