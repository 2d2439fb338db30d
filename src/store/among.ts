/** A list of any length as one value, so that the text of a query stays the same however many are asked for. */
import { type RawBuilder, sql } from 'kysely'
import { isPostgres, type Tx } from './engine.ts'

/** The numbers of a JSON list, to stand behind `in`. */
export const numbersIn = (tx: Tx, json: string): RawBuilder<number> =>
  isPostgres(tx)
    ? sql<number>`(select value::bigint from json_array_elements_text(${json}::json))`
    : sql<number>`(select value from json_each(${json}))`

/** The texts of a JSON list, to stand behind `in`. */
export const textsIn = (tx: Tx, json: string): RawBuilder<string> =>
  isPostgres(tx)
    ? sql<string>`(select value from json_array_elements_text(${json}::json))`
    : sql<string>`(select value from json_each(${json}))`
