/**
 * The office says no: a finished Chinese sentence that names what is missing and the next right step.
 * Everything else that is thrown is a fault.
 */
export class Declined extends Error {
  /** Explained in docs/refusals.md, e.g. `E-DATE-2`. */
  readonly code: string
  /** What the person is told, without the code. */
  readonly say: string
  /** Sentences he can tap or type instead. */
  readonly tries: string[]
  constructor(code: string, say: string, tries: string[] = []) {
    super(`${code} ${say}`)
    this.code = code
    this.say = say
    this.tries = tries
  }
}

/** The office asks back: each choice is a whole sentence that one tap says. */
export class Asked extends Declined {
  readonly choices: { label: string; say: string }[]
  /** The choices hold what a group must not read: they go to the asker in private. */
  readonly aside: boolean
  constructor(code: string, say: string, choices: { label: string; say: string }[], aside = false) {
    super(code, say)
    this.choices = choices
    this.aside = aside
  }
}
