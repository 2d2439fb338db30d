/** The search for secrets finds one wherever it could have been kept: a column, a page of the file, a word of the bot. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { people } from '../../src/sample/people.ts'
import type { Message } from '../../src/sandbox/protocol.ts'
import { openLedger } from '../../src/simulate/ledger.ts'
import { SECRET, secretsKept } from '../../src/simulate/secrets.ts'

const dir = mkdtempSync(join(tmpdir(), 'duban-secrets-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

let files = 0

/** What is found in a database with these tables; the bot said this to the first person. */
async function found(statements: string, said: string, refusals = 0): Promise<string[]> {
  files += 1
  const file = join(dir, `${files}.db`)
  const db = new Database(file)
  db.pragma('secure_delete = off')
  db.exec(`create table matters (id integer, title text); ${statements}`)
  db.close()
  const ledger = openLedger(file)
  const message = { id: 'om_1', from: 'bot', content: { text: said } } as Message
  const messages = (place: string) => (place === people[0]?.openId ? [message] : [])
  return secretsKept(file, ledger, { messages }, refusals).finally(() => ledger.close())
}

const matter = (title: string) => `insert into matters values (1, '${title}');`

test('where nothing was kept nothing is found, and the search still finds what is there', async () => {
  expect(await found(matter('报送自评报告'), '内容带有涉密标识（E-SECRET-1）', 1)).toEqual([])
})

test.each([
  ['a column', `${matter(`报送${SECRET}预案`)}`, '', 'matters.title'],
  [
    'a table of bytes',
    `create table notes (b blob); insert into notes values (cast('${SECRET}' as blob));`,
    '',
    'notes.b',
  ],
  ['a page that was freed', `${matter(SECRET)} delete from matters;`, '', '.db'],
  ['a message', matter('报送自评报告'), `已记录：${SECRET}`, 'om_1'],
])('kept in %s it is found', async (_, statements, said, where) => {
  expect((await found(statements, said)).join()).toContain(where)
})

test('one that was not refused for its mark is missed', async () => {
  expect(await found(matter('报送自评报告'), '已记录', 1)).toEqual(['0 of 1 secrets were refused'])
})
