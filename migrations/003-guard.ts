import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** History is evidence: the database itself refuses to change or delete a line of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['journal', 'checkpoints']) {
    if (db.getExecutor().adapter instanceof PostgresAdapter) await guardPostgres(db, table)
    else await guardSqlite(db, table)
  }
}

async function guardSqlite(db: Kysely<unknown>, table: string): Promise<void> {
  for (const event of ['update', 'delete'])
    await sql
      .raw(
        `create trigger ${table}_no_${event} before ${event} on ${table}
         begin select raise(abort, '${table} is append-only'); end`,
      )
      .execute(db)
}

async function guardPostgres(db: Kysely<unknown>, table: string): Promise<void> {
  await sql
    .raw(
      `create function ${table}_guard() returns trigger language plpgsql as
       $$ begin raise exception '${table} is append-only'; end $$`,
    )
    .execute(db)
  await sql
    .raw(
      `create trigger ${table}_no_change before update or delete or truncate on ${table}
       for each statement execute function ${table}_guard()`,
    )
    .execute(db)
}
