/** How an attribute is described: plain objects that `read.ts` interprets. */

/** What an attribute may hold, and how strictly it is meant. */
export type Spec = Kind & {
  /** Its absence is an error; a name here says which other attribute may stand for it. */
  need?: true | string
  /** A spelling of JSON 1.0 that official 2.0 samples still carry: a warning that says what to write. */
  old?: string
  /** An empty object counts as absent (official samples carry `"hover_tips": {}`). */
  blank?: true
  /** The name of the rule where it is not simply the kind's. */
  rule?: string
}

/** The attributes of one object. */
export interface Fields {
  [attribute: string]: Spec
}

type Kind =
  | { kind: 'flag' }
  | { kind: 'free' }
  /** An object of our own, such as a callback's value. */
  | { kind: 'data' }
  | { kind: 'string'; max?: number; filled?: true }
  | { kind: 'number'; min: number; max?: number; whole?: true }
  | { kind: 'word'; words: readonly (string | number | boolean)[] }
  /** Pixels (`16px`, bare `0`), percent, or one of a few words; `times` values side by side. */
  | {
      kind: 'measure'
      words?: readonly string[]
      px?: readonly [number, number]
      percent?: readonly [number, number]
      times?: readonly number[]
    }
  | { kind: 'color'; words?: readonly string[] }
  | { kind: 'size' }
  | { kind: 'url'; empty?: true }
  | { kind: 'moment'; form: 'date' | 'time' | 'datetime' }
  | { kind: 'open_id' }
  | { kind: 'list'; of: Spec; max?: number }
  | { kind: 'object'; fields: Fields }
  /** An object whose `tag` decides which attributes it has. */
  | { kind: 'tagged'; tags: { [tag: string]: Fields } }
  /** An object with free keys, or with languages as keys. */
  | { kind: 'map'; of: Spec; locales?: true }
  /** A list of components. */
  | { kind: 'elements' }

export const flag: Spec = { kind: 'flag' }
export const free: Spec = { kind: 'free' }
export const data: Spec = { kind: 'data' }
export const string: Spec = { kind: 'string' }
export const filled: Spec = { kind: 'string', filled: true }
export const elements: Spec = { kind: 'elements' }

/** The spec, whose absence is an error. */
export const need = (spec: Spec): Spec => ({ ...spec, need: true })

/** The spec as an old spelling; `instead` says what to write. */
export const old = (spec: Spec, instead: string): Spec => ({ ...spec, old: instead })

/** The spec, or an empty object. */
export const blank = (spec: Spec): Spec => ({ ...spec, blank: true })

export const word = (...words: (string | number | boolean)[]): Spec => ({ kind: 'word', words })

export const list = (of: Spec, max?: number): Spec => ({
  kind: 'list',
  of,
  ...(max !== undefined && { max }),
})

export const object = (fields: Fields): Spec => ({ kind: 'object', fields })

/** A whole number within bounds. */
export const whole = (min: number, max: number): Spec => ({ kind: 'number', whole: true, min, max })

/** Pixels within bounds, or one of the words. */
export const pixels = (min: number, max: number, ...words: string[]): Spec => ({
  kind: 'measure',
  px: [min, max],
  words,
})

/** The same text in several languages. */
export const languages = (of: Spec): Spec => ({ kind: 'map', of, locales: true })
