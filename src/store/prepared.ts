/** Queries of the hot turn: their text is made once for each engine, and only their values change. */
import type { CompiledQuery } from 'kysely'
import { directOf, type Tx } from './engine.ts'

/** What a query gave: its rows, and how many it wrote. */
export interface Ran<Row> {
  rows: Row[]
  changes: number
}

/** The place of a value in a query's text. */
class Hole {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const holes = new Proxy({}, { get: (_, name) => new Hole(String(name)) })

interface Text {
  sql: string
  /** Holes to fill by name, and values that are always the same. */
  parameters: readonly unknown[]
}

/**
 * A query that is built once, by a builder that only passes the given values on and never looks at them. Runs at once
 * on SQLite; on PostgreSQL through the transaction's connection.
 */
export function prepared<Given extends object, Row = unknown>(
  build: (tx: Tx, given: Given) => { compile(): CompiledQuery<Row> },
): (tx: Tx, given: Given) => Ran<Row> | Promise<Ran<Row>> {
  const made: { direct?: Text; pooled?: Text } = {}
  const textFor = (tx: Tx): Text => build(tx, holes as Given).compile()
  return (tx, given) => {
    const direct = directOf(tx)
    if (direct) {
      made.direct ??= textFor(tx)
      return direct(made.direct.sql)(filled(made.direct, given)) as Ran<Row>
    }
    made.pooled ??= textFor(tx)
    return pooled<Row>(tx, made.pooled as CompiledQuery, filled(made.pooled, given))
  }
}

async function pooled<Row>(
  tx: Tx,
  text: CompiledQuery,
  parameters: readonly unknown[],
): Promise<Ran<Row>> {
  const { rows, numAffectedRows } = await tx.executeQuery<Row>({ ...text, parameters })
  return { rows, changes: Number(numAffectedRows ?? 0) }
}

function filled({ parameters }: Text, given: object): unknown[] {
  return parameters.map((value) =>
    value instanceof Hole ? given[value.name as keyof typeof given] : value,
  )
}
