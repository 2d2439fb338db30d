import { afterEach, describe, expect, it } from 'vitest'
import { botOf, membersOf, openIdsOf } from '../../src/feishu/contacts.ts'
import { checkApp } from '../../src/feishu/doctor.ts'
import { type FarSide, openFarSide, TOKEN_PATH } from './far-side.ts'
import { GROUP, LI, meet, WANG } from './street.ts'

let side: FarSide | undefined
afterEach(() => side?.close())

describe('who is who', () => {
  it('the bot knows itself and the members of its groups', async () => {
    const { street, api } = await meet()
    expect(await botOf(api)).toMatchObject(street.bot)
    const members = await membersOf(api, GROUP)
    expect(members.map((one) => [one.openId, one.name]).sort()).toEqual([
      [LI, '李静'],
      [WANG, '王强'],
    ])
  })

  it('members come page after page', async () => {
    side = await openFarSide()
    const page = (n: number, more: boolean) => ({
      json: {
        code: 0,
        data: {
          items: [{ member_id: `ou_${n}`, name: `第${n}` }],
          has_more: more,
          page_token: `p${n}`,
        },
      },
    })
    side.on('im/v1/chats/oc_1/members', page(1, true), page(2, true), page(3, false))
    const members = await membersOf(side.api, 'oc_1')
    expect(members.map((one) => one.openId)).toEqual(['ou_1', 'ou_2', 'ou_3'])
    expect(side.to('im/v1/chats/oc_1/members').map((one) => one.query.get('page_token'))).toEqual([
      null,
      'p1',
      'p2',
    ])
  })

  it('mobile numbers are asked for fifty at a time', async () => {
    side = await openFarSide()
    side.on('contact/v3/users/batch_get_id', {
      json: { code: 0, data: { user_list: [{ mobile: '1', user_id: 'ou_1' }, { mobile: '2' }] } },
    })
    const mobiles = Array.from({ length: 120 }, (_, n) => String(n))
    expect(await openIdsOf(side.api, mobiles)).toEqual({ '1': 'ou_1' })
    const asked = side
      .to('contact/v3/users/batch_get_id')
      .map((one) => (one.body.mobiles as string[]).length)
    expect(asked).toEqual([50, 50, 20])
  })

  it('nobody is asked for nobody', async () => {
    side = await openFarSide()
    expect(await openIdsOf(side.api, [])).toEqual({})
    expect(side.got).toEqual([])
  })
})

describe('the keeper’s check', () => {
  const info = (bot: object) => ({
    json: { code: 0, bot: { open_id: 'ou_b', app_name: '督办', ...bot } },
  })
  const scopes = (...names: string[]) => ({
    json: {
      code: 0,
      data: { scopes: names.map((scope_name) => ({ scope_name, grant_status: 1 })) },
    },
  })
  const ALL = [
    'im:message:send_as_bot',
    'im:message.p2p_msg',
    'im:message.group_at_msg:readonly',
    'im:resource',
    'im:chat:readonly',
    'im:message:readonly',
    'im:message.reactions:write_only',
    'contact:user.id:readonly',
  ]

  it('finds nothing where all is well', async () => {
    side = await openFarSide()
    side.on('bot/v3/info', info({ activate_status: 2 }))
    side.on('application/v6/scopes', scopes(...ALL))
    const facts = await checkApp(side.api)
    expect(facts.map((one) => one.what).slice(0, 2)).toEqual(['应用凭证', '机器人能力'])
    expect(facts).toHaveLength(12)
    expect(facts.filter((one) => !one.ok || one.hint !== '')).toEqual([])
  })

  it('names the permission that is missing, not granted, or only asked for', async () => {
    side = await openFarSide()
    side.on('bot/v3/info', info({ activate_status: 2 }))
    const granted = scopes(...ALL.slice(0, -1))
    granted.json.data.scopes.push({ scope_name: 'contact:user.id:readonly', grant_status: 2 })
    side.on('application/v6/scopes', granted)
    const wrong = (await checkApp(side.api)).filter((one) => !one.ok)
    expect(wrong).toEqual([
      {
        what: '按手机号查找人员',
        ok: false,
        hint: expect.stringContaining('contact:user.id:readonly'),
      },
    ])
  })

  it('finds a bot that is not switched on', async () => {
    side = await openFarSide()
    side.on('bot/v3/info', info({ activate_status: 1 }))
    expect((await checkApp(side.api))[1]).toMatchObject({ what: '机器人能力', ok: false })
  })

  it('finds wrong credentials', async () => {
    side = await openFarSide()
    side.on(TOKEN_PATH, { json: { code: 10014 } })
    expect(await checkApp(side.api)).toEqual([
      { what: '应用凭证', ok: false, hint: expect.stringContaining('FEISHU_APP_SECRET') },
    ])
  })

  it('says what could not be asked', async () => {
    side = await openFarSide()
    side.on('bot/v3/info', info({}))
    side.on('application/v6/scopes', { status: 404, json: {} })
    expect((await checkApp(side.api)).at(-1)).toMatchObject({
      what: '应用权限',
      ok: false,
      hint: expect.stringContaining('http-404'),
    })
  })
})
