import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Sentences as people type them, and how each is to be taken, in the sample office on Monday 23 November 2026.
 * A line: who | where (`!`: the bot was not addressed; a number: the matter whose card is answered) | what is typed |
 * the command's file and the outcome | the slots. A dash: nothing is commanded.
 */
export interface Golden {
  as: string
  in: 'group' | 'private' | 'reply'
  text: string
  addressed: boolean
  replyTo?: number
  expect: Record<string, unknown>
}

/** The tables beside this file, one for each family of words. */
const folder = join(import.meta.dirname, 'sentences')
const table = readdirSync(folder)
  .sort()
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n')

/** All of them, line by line. */
export const golden: readonly Golden[] = table
  .trim()
  .split('\n')
  .filter((line) => line && !line.startsWith('--'))
  .map((line) => {
    const [as = '', where = '', text = '', taken = '', ...slots] = line.split(' | ')
    const [place = '', replyTo] = where.split(' ')
    const [command, outcome] = taken.split(' ')
    return {
      as,
      in: place.replace('!', '') as Golden['in'],
      text: text.replaceAll('\\n', '\n'),
      addressed: !place.endsWith('!'),
      ...(replyTo ? { replyTo: Number(replyTo) } : {}),
      expect: {
        command: command === '-' ? null : command,
        outcome,
        slots: Object.fromEntries(slots.map(slotOf)),
      },
    }
  })

function slotOf(slot: string): [string, unknown] {
  const [, name = '', typed = ''] = /^(\w+)=(.*)$/.exec(slot) ?? []
  const value = typed.replaceAll('\\n', '\n')
  if (name === 'matter' || name === 'percent') return [name, Number(value)]
  return [name, name === 'people' ? value.split('、') : value]
}
