import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * Answers are found among many letters; and on PostgreSQL several instances share the platform's pace. One process on
 * an SQLite file keeps its pace in its own memory.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('outbox_answers')
    .on('outbox')
    .columns(['state', 'next_try', 'created', 'n'])
    .where(sql<boolean>`class = 'answer'`)
    .execute()
  if (db.getExecutor().adapter instanceof PostgresAdapter) await sql.raw(PACE).execute(db)
}

/**
 * The moments of the last calls by what they count against, in milliseconds. Not logged: after a crash of the server
 * nobody has sent anything for a while.
 * `pace_take` first moves calls that arrived later than they were reserved for, one of several of the same moment. Then
 * it reserves the next call that every window allows (not more than `most` calls within `within`), and gives its moment
 * and the milliseconds until then; more than `furthest` away it reserves nothing. Rows are locked in the order of their
 * names, so that two instances never wait for each other.
 */
const PACE = `
create unlogged table pace (name text primary key, taken bigint[] not null);
create function pace_take(
  names text[], mosts int[], withins int[], kepts int[], speed double precision, furthest int,
  moved text[], moments bigint[], laters int[], out due bigint, out wait bigint
) language plpgsql as $$
declare
  this bigint;
  late record;
begin
  insert into pace select distinct one, '{}'::bigint[] from unnest(names) one order by one
    on conflict do nothing;
  perform 1 from pace p where p.name = any (names || moved) order by p.name for update;
  for late in select * from unnest(moved, moments, laters) u (name, moment, later) loop
    update pace p set taken = array(
        select one + case nth when array_position(p.taken, late.moment) then late.later else 0 end as one
          from unnest(p.taken) with ordinality u (one, nth) order by one
      )
      where p.name = late.name;
  end loop;
  this := (extract(epoch from clock_timestamp()) * 1000 * speed)::bigint;
  select greatest(this, max(p.taken[cardinality(p.taken) + 1 - w.most] + w.within)) into due
    from unnest(names, mosts, withins) w (name, most, within) join pace p on p.name = w.name;
  wait := due - this;
  if wait > furthest then return; end if;
  update pace p set taken = array(
      select one from (
        select one from unnest(p.taken || due) one order by one desc limit k.kept
      ) newest order by one
    )
    from (select n, max(c) as kept from unnest(names, kepts) u (n, c) group by n) k
    where p.name = k.n;
  if random() < 0.001 then
    delete from pace where name in (
      select p.name from pace p where p.taken[cardinality(p.taken)] < this - 120000
        for update skip locked
    );
  end if;
end $$`
