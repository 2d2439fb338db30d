import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { turnableClock } from '../../src/sandbox/clock.ts'
import { openStreet, type Street } from '../../src/sandbox/street.ts'
import { hasBrowser, openBrowser } from './browser.ts'
import { cardMessage, GROUP, LI, NOW, WANG } from './office.ts'
import { FORM } from './tapping.ts'
import { visit } from './visit.ts'

const APP = {
  id: 'cli_0123456789abcdef',
  secret: 'secret',
  encryptKey: 'key',
  verificationToken: 'token',
  tenant: 'tenant',
}

describe.skipIf(!hasBrowser)('the page on the real street', () => {
  let browser: Browser
  let bot: Server
  let street: Street
  /** What the bot answers to a card callback. */
  let answer: object = {}
  beforeAll(async () => {
    browser = await openBrowser()
    bot = createServer((request, response) => {
      request.resume()
      request.on('end', () => response.end(JSON.stringify(answer)))
    })
    await new Promise<void>((done) => bot.listen(0, '127.0.0.1', () => done()))
  })
  afterAll(async () => {
    await browser.close()
    bot.close()
    bot.closeAllConnections()
  })
  afterEach(() => street.close())

  const open = async () => {
    answer = {}
    const { port } = bot.address() as AddressInfo
    street = await openStreet({
      app: APP,
      clock: turnableClock(() => NOW),
      push: { events: `http://127.0.0.1:${port}/` },
      page: inject('pageDir'),
      menu: [{ label: '我的待办', key: '待办' }],
    })
    street.addPerson({ openId: LI, name: '李娜', title: '金融科 科长' })
    street.addPerson({ openId: WANG, name: '王强', title: '金融科 科员' })
    street.addChat({ id: GROUP, name: '金融科工作群', members: [LI, WANG] })
    return street
  }
  const call = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await (await fetch(`${street.url}/open-apis${path}`, init)).json()) as Record<
      string,
      unknown
    >
  }
  const sendCard = async (elements: unknown[]) => {
    const app = { app_id: APP.id, app_secret: APP.secret }
    const token = await call('/auth/v3/tenant_access_token/internal', app)
    const content = JSON.stringify(cardMessage('', elements).content)
    const body = { receive_id: GROUP, msg_type: 'interactive', content }
    const path = '/im/v1/messages?receive_id_type=chat_id'
    const sent = await call(path, body, String(token.tenant_access_token))
    expect(sent.code).toBe(0)
  }

  it('says, mentions, reacts and recalls, and sees it all come back', async () => {
    await open()
    const { page, complaints } = await visit(browser, street.url, `${LI}/${GROUP}`)
    await page.getByRole('textbox', { name: '输入消息' }).fill('@督办 交办 @王强 报送方案')
    await page.keyboard.press('Enter')
    const line = page.getByRole('article', { name: /李娜/ })
    await line.getByText('@督办').waitFor()
    expect(street.messages(GROUP).at(-1)?.content).toBe('@督办 交办 @王强 报送方案')
    await line.hover()
    await line.getByRole('button', { name: '表情 OK' }).click()
    await line.getByRole('button', { name: /OK\s*李娜/ }).waitFor()
    await line.hover()
    await line.getByRole('button', { name: '撤回' }).click()
    await page.getByRole('log').getByText('李娜撤回了一条消息').waitFor()
    expect(street.messages(GROUP).at(-1)?.recalled).toBe(true)
    const menu = page.getByRole('list', { name: '机器人菜单' })
    await page.getByRole('button', { name: /机器人/ }).click()
    await menu.getByRole('button', { name: '我的待办' }).click()
    await page
      .getByRole('navigation', { name: '面板' })
      .getByRole('button', { name: '检查器' })
      .click()
    await page.getByRole('complementary').getByText('application.bot.menu_v6').first().waitFor()
    expect(complaints).toEqual([])
  })

  it('fills a form in, and shows the toast and the new card of the answer', async () => {
    await open()
    await sendCard([FORM])
    const { page } = await visit(browser, street.url, `${LI}/${GROUP}`)
    const form = page.getByRole('group', { name: '表单' })
    await form.getByRole('textbox', { name: '事项' }).fill('报送方案')
    await form.getByRole('combobox', { name: '承办人' }).click()
    await form.getByRole('option', { name: /王强/ }).click()
    await form.getByLabel('期限').fill('2026-11-27')
    await form.getByLabel('会议时间').fill('2026-11-29T07:07')
    const data = cardMessage('', [{ tag: 'markdown', content: '已交办 12号' }]).content
    answer = { toast: { type: 'success', content: '已交办' }, card: { type: 'raw', data } }
    await form.getByRole('button', { name: '提交' }).click()
    await page.getByRole('status').getByText('已交办', { exact: true }).waitFor()
    await page.getByRole('region', { name: '卡片' }).getByText('已交办 12号').waitFor()
    const callback = street.calls().findLast(({ way }) => way === 'callback')
    expect(JSON.stringify(callback?.request)).toContain('2026-11-29 07:07 +0800')
  })

  it('sends a file, turns the clock and switches a fault', async () => {
    await open()
    const { page } = await visit(browser, street.url, `${LI}/${GROUP}`)
    const buffer = Buffer.from('名单')
    const file = { name: '名单.txt', mimeType: 'text/plain', buffer }
    await page.getByLabel('选择文件').setInputFiles(file)
    await page.getByRole('log').getByText('名单.txt').waitFor()
    const doors = page.getByRole('navigation', { name: '面板' })
    await doors.getByRole('button', { name: '时钟' }).click()
    await page.getByRole('button', { name: /明早 8:20/ }).click()
    await page.getByRole('button', { name: '练习时间' }).getByText('11月22日 周日 08:20').waitFor()
    await doors.getByRole('button', { name: '故障' }).click()
    await page.getByRole('switch').first().click()
    await page.getByText('剩余1次').waitFor()
  })
})
