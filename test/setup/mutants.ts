/** Gives a module with one of its lines written otherwise: `file.ts?mutant=["line","other line"]`; only the proof asks for one. */
import { readFileSync } from 'node:fs'

const MARK = '?mutant='

/** The id under which the mutant of a file is loaded. */
export const mutantOf = (file: string, line: string, other: string): string =>
  `${file}${MARK}${encodeURIComponent(JSON.stringify([line, other]))}`

/** For vitest's plugins. Throws where the line does not stand in the file exactly once: a mutation of nothing proves nothing. */
export const mutants = {
  name: 'mutants',
  enforce: 'pre' as const,
  load(id: string): string | undefined {
    const [file = '', asked] = id.split(MARK)
    if (asked === undefined) return undefined
    const [line, other] = JSON.parse(decodeURIComponent(asked)) as [string, string]
    const parts = readFileSync(file, 'utf8').split(line)
    if (parts.length !== 2) throw new Error(`${file} has “${line}” ${parts.length - 1} times`)
    return parts.join(other)
  },
}
