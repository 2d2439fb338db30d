/** Ids and chance on the street: a counter and a seeded generator, so that a run can be repeated exactly. */

/** Where the counter and the generator stand. */
export interface IdsState {
  count: number
  chance: number
}

/** Makes ids that never repeat and chance that always repeats: same seed, same street. */
export class Ids {
  #count = 0
  #chance: number

  constructor(seed = 1) {
    this.#chance = seed >>> 0
  }

  /** A number in [0, 1): mulberry32. */
  random(): number {
    this.#chance = (this.#chance + 0x6d2b79f5) >>> 0
    let mixed = this.#chance
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number in [0, below). */
  pick(below: number): number {
    return Math.floor(this.random() * below)
  }

  /** 32 hexadecimal digits: 24 of chance, 8 of the counter. */
  hex(): string {
    this.#count += 1
    const word = () =>
      this.pick(2 ** 32)
        .toString(16)
        .padStart(8, '0')
    return word() + word() + word() + this.#count.toString(16).padStart(8, '0')
  }

  /** Bytes of chance, for initial vectors. */
  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.pick(256)))
  }

  /** Where counter and generator stand, for a snapshot. */
  state(): IdsState {
    return { count: this.#count, chance: this.#chance }
  }

  /** Goes on from a snapshot, so that no id is given twice after a restart. */
  restore(state: IdsState): void {
    this.#count = state.count
    this.#chance = state.chance
  }
}
