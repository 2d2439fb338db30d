/** All commands and jobs of the house, read from their folders; anything wrong with one stops the start. */
import { readdirSync } from 'node:fs'
import type { Command } from './command.ts'
import { partsOf } from './grammar.ts'
import type { Job } from './job.ts'
import { fold } from './sentence.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Registry extends Vocabulary {
  /** By file name: `report` → 报; a file may hold a few words of one idea, 签收 and 退签. */
  commands: ReadonlyMap<string, readonly Command[]>
  jobs: ReadonlyMap<string, Job>
  /** The command whose word begins the text (longest word first), and where its rest begins. */
  find(folded: string): Hit | undefined
  all: readonly Command[]
  /** Every word a sentence may begin with. */
  words: readonly string[]
}

export interface Hit {
  command: Command
  /** Name of its file. */
  file: string
  word: string
  /** Where the sentence goes on after the word. */
  rest: number
  /** It began with no word of the command's but as `also` has it. */
  bare: boolean
  /** Its word stands behind what it asks for: everything from the beginning must be holes of the command's. */
  trailing?: true
}

/** How much may stand before a word that trails: a unit, a person, a span. */
const MOST_BEFORE = 24

/** Imports every file of the two folders. Throws, naming the file, when a declaration is wrong. */
export async function loadRegistry(commandsAt: URL, jobsAt: URL): Promise<Registry> {
  const commands = await loadFolder<Command>(commandsAt, checkCommand)
  const jobs = await loadFolder<Job>(jobsAt, checkJob)
  const byWord = new Map<string, { command: Command; file: string }>()
  for (const [file, those] of commands)
    for (const command of those)
      for (const word of [command.name, ...command.aliases]) {
        const other = byWord.get(word)
        if (other)
          throw new Error(`commands/${file}: “${word}” is already a word of ${other.command.name}`)
        byWord.set(word, { command, file })
      }
  const words = [...byWord.keys()].sort((a, b) => b.length - a.length)
  return {
    commands,
    jobs: new Map([...jobs.values()].flat().map((job) => [job.rule, job])),
    words,
    all: [...commands.values()].flat(),
    find: remembered(finder(commands, byWord, words)),
  }
}

type Worded = { command: Command; file: string }
type Find = Registry['find']

/** How a text's first word is found, by what it begins with. */
function finder(
  commands: ReadonlyMap<string, readonly Command[]>,
  byWord: ReadonlyMap<string, Worded>,
  words: readonly string[],
): Find {
  const bare = [...commands].flatMap(([file, those]) =>
    those.flatMap((command) => (command.also ? [{ command, file, also: command.also }] : [])),
  )
  const byFirst = new Map<string, string[]>()
  for (const word of words) byFirst.set(word[0]!, [...(byFirst.get(word[0]!) ?? []), word])
  const trailing = words.filter((word) => byWord.get(word)!.command.trails)
  return (folded) => {
    const start = /^\s*\/?\s*/.exec(folded)?.[0].length ?? 0
    const text = folded.slice(start)
    for (const { command, file, also } of bare) {
      const begun = also.exec(text)?.[0].length
      if (begun !== undefined)
        return { command, file, word: command.name, rest: start + begun, bare: true }
    }
    for (const word of byFirst.get(text[0] ?? '') ?? [])
      if (text.startsWith(word))
        return { ...byWord.get(word)!, word, rest: start + word.length, bare: false }
    const behind = trailing.find((word) => text.slice(1, MOST_BEFORE).includes(word))
    return behind === undefined
      ? undefined
      : { ...byWord.get(behind)!, word: behind, rest: start, bare: true, trailing: true }
  }
}

/** How many texts are remembered: a sentence is looked at from a few sides while it is read. */
const REMEMBERED = 64

function remembered(find: Find): Find {
  const kept = new Map<string, Hit | undefined>()
  return (folded) => {
    if (kept.has(folded)) return kept.get(folded)
    if (kept.size >= REMEMBERED) kept.clear()
    const hit = find(folded)
    kept.set(folded, hit)
    return hit
  }
}

async function loadFolder<T>(at: URL, check: (file: string, thing: T) => void) {
  const found = new Map<string, T[]>()
  for (const name of readdirSync(at).sort()) {
    if (!/\.(ts|js)$/.test(name) || name.endsWith('.d.ts')) continue
    const file = name.replace(/\.\w+$/, '')
    const module: { default?: T | T[] } = await import(new URL(name, at).href)
    if (!module.default) throw new Error(`${file}: no default export`)
    const things = [module.default].flat() as T[]
    for (const thing of things) check(file, thing)
    found.set(file, things)
  }
  return found
}

function checkCommand(file: string, command: Command): void {
  const fail = (what: string) => {
    throw new Error(`commands/${file}: ${what}`)
  }
  for (const word of [command.name, ...command.aliases])
    if (!word || word !== fold(word).trim() || /\s/.test(word)) fail(`“${word}” cannot be a word`)
  for (const says of command.says) {
    const holes = partsOf(says).flatMap((part) => ('hole' in part ? [part.hole] : []))
    for (const hole of holes) if (!command.slots[hole]) fail(`no slot for {${hole}}`)
    const rests = holes.filter((hole) => command.slots[hole]?.stands === 'rest')
    if (rests.length > 1) fail(`'${says}' takes the rest twice`)
  }
  const known = [command.name, ...command.aliases]
  for (const example of command.examples)
    if (!known.some((word) => example.startsWith(word)) && !command.also?.test(example))
      fail(`example “${example}” is another word's`)
}

function checkJob(file: string, job: Job): void {
  if (!job.rule || !job.name) throw new Error(`jobs/${file}: a job needs a rule and a name`)
}
