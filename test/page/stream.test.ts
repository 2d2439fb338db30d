import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from './browser.ts'
import { type Ground, openGround } from './ground.ts'
import { GROUP, LI, message, NOW, office } from './office.ts'
import { visit } from './visit.ts'

describe.skipIf(!hasBrowser)('the stream', () => {
  let browser: Browser
  let ground: Ground
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => ground.close())

  it('brings new messages, edits and new chats as they happen', async () => {
    ground = await openGround(office([message({ id: 'om_1', content: '第一稿' })]))
    const { page } = await visit(browser, ground.url, `${LI}/${GROUP}`)
    await page.getByRole('log').getByText('第一稿').waitFor()
    const edited = message({ id: 'om_1', content: '第二稿', edited: true })
    ground.push({ type: 'message', message: edited })
    await page.getByRole('log').getByText('第二稿').waitFor()
    expect(await page.getByRole('article').count()).toBe(1)
    const chat = { id: 'oc_new', kind: 'group' as const, name: '新建的群', members: [LI] }
    ground.push({ type: 'chat', chat })
    await page.getByRole('button', { name: /新建的群/ }).waitFor()
  })

  it('shows a toast meant for this person and none meant for others', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${LI}/bot`)
    ground.push({ type: 'toast', as: 'ou_other', toast: { type: 'info', content: '给别人' } })
    ground.push({ type: 'toast', as: LI, toast: { type: 'info', content: '给李娜' } })
    await page.getByRole('status').getByText('给李娜').waitFor()
    expect(await page.getByText('给别人').count()).toBe(0)
  })

  it('says that the street is away, and is true again after it came back', async () => {
    ground = await openGround(office([message({ id: 'om_1', content: '停机前' })]))
    const { page } = await visit(browser, ground.url, `${LI}/${GROUP}`)
    await page.getByRole('log').getByText('停机前').waitFor()
    await ground.away()
    await page.getByRole('alert').getByText('连接已断开').waitFor()
    await page.getByRole('textbox', { name: '输入消息' }).fill('在吗')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('练习服务未连接').waitFor()
    const later = message({ id: 'om_2', at: NOW, content: '停机后' })
    await ground.back(office([message({ id: 'om_1', content: '停机前' }), later]))
    await page.getByRole('log').getByText('停机后').waitFor()
    await page.getByText('连接已断开').waitFor({ state: 'detached' })
    const again = message({ id: 'om_3', at: NOW + 1, content: '又通了' })
    ground.push({ type: 'message', message: again })
    await page.getByRole('log').getByText('又通了').waitFor()
    expect(await page.getByRole('textbox', { name: '输入消息' }).inputValue()).toBe('在吗')
  })

  it('goes to somebody who is there when the person of the address is gone', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, 'ou_gone/oc_gone')
    await page.getByRole('button', { name: '当前身份 李娜，切换身份' }).waitFor()
  })
})
