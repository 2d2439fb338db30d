import { expect, test } from 'vitest'
import { APP, GROUP } from './app.ts'
import { fetchToken, office } from './office.ts'

async function info(url: string, authorization?: string) {
  const answer = await fetch(`${url}/open-apis/bot/v3/info`, {
    headers: authorization === undefined ? {} : { authorization },
  })
  return [answer.status, ((await answer.json()) as { code: number }).code]
}

test('a token lives two hours and is given again until half an hour is left', async () => {
  const { street, clock } = await office()
  const start = clock.now()
  const first = await fetchToken(street)
  expect(first).toMatch(/^t-/)
  clock.set(start + 5_400_000)
  expect(await fetchToken(street)).toBe(first)
  clock.set(start + 5_400_001)
  const second = await fetchToken(street)
  expect(second).not.toBe(first)
  expect(await info(street.url, `Bearer ${first}`)).toEqual([200, 0])
  expect(await info(street.url, `Bearer ${second}`)).toEqual([200, 0])
  clock.set(start + 7_200_000)
  expect(await info(street.url, `Bearer ${first}`)).toEqual([400, 99991663])
  expect(await info(street.url, `Bearer ${second}`)).toEqual([200, 0])
})

test('the token stands at the top of its answer and says how many seconds it has left', async () => {
  const { street, clock } = await office()
  await fetchToken(street)
  clock.set(clock.now() + 60_500)
  const answer = await fetch(`${street.url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    body: JSON.stringify({ app_id: APP.id, app_secret: APP.secret }),
  })
  expect(await answer.json()).toEqual({
    code: 0,
    msg: 'ok',
    tenant_access_token: expect.stringMatching(/^t-/),
    expire: 7139,
  })
})

test('a wrong secret gets no token', async () => {
  const { street } = await office()
  const ask = async (body: object) => {
    const answer = await fetch(`${street.url}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    return ((await answer.json()) as { code: number }).code
  }
  expect(await ask({ app_id: APP.id, app_secret: 'wrong' })).toBe(10014)
  expect(await ask({ app_id: 'cli_other', app_secret: APP.secret })).toBe(10014)
  expect(await ask({ app_id: APP.id })).toBe(10003)
})

test('a missing, a malformed and an unknown token are told apart', async () => {
  const { street } = await office()
  expect(await info(street.url)).toEqual([400, 99991661])
  expect(await info(street.url, 'Basic abc')).toEqual([400, 99991661])
  expect(await info(street.url, 'Bearer abc')).toEqual([400, 99991671])
  expect(await info(street.url, 'Bearer t-abc')).toEqual([400, 99991663])
})

test("the bot's own card stands at the top under `bot`", async () => {
  const { street, call } = await office()
  expect((await call('GET', 'bot/v3/info')).body).toMatchObject({
    code: 0,
    bot: { open_id: street.bot.openId, app_name: '督办', activate_status: 2 },
  })
})

test('neither the secret nor the token is shown in the inspector', async () => {
  const { street, send } = await office()
  const token = await fetchToken(street)
  await send(GROUP, '好')
  const shown = JSON.stringify(street.calls())
  expect(shown).toContain(APP.id)
  expect(shown).not.toContain(APP.secret)
  expect(shown).not.toContain(token)
})
