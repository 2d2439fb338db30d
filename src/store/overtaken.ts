/** Another turn changed the row first; the whole turn is tried again on fresh facts. */
export class Overtaken extends Error {
  constructor(what: string) {
    super(`overtaken: ${what}`)
  }
}
