import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from './browser.ts'
import { type Ground, openGround } from './ground.ts'
import { GROUP, LI, message, NOW, OTHER, office, PRIVATE, WANG, ZHAO } from './office.ts'
import { visit } from './visit.ts'

describe.skipIf(!hasBrowser)('people and their chats', () => {
  let browser: Browser
  let ground: Ground
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => ground.close())

  it('opens with the first suggestion: its person, its chat and the practice time', async () => {
    ground = await openGround(office([message({ id: 'om_1', content: '各位早' })]))
    const { page, complaints } = await visit(browser, ground.url)
    await page.getByRole('main', { name: '金融科工作群' }).waitFor()
    await page.getByRole('button', { name: '当前身份 李娜，切换身份' }).waitFor()
    await page
      .getByRole('button', { name: '练习时间' })
      .getByText('2026年11月21日 周六 10:17')
      .waitFor()
    expect(await page.title()).toBe('督办 · 练习场')
    expect(new URL(page.url()).hash).toBe(`#${LI}/${GROUP}`)
    expect(complaints).toEqual([])
  })

  it('lists suggested people first, finds one by department, and becomes him', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url)
    await page.getByRole('button', { name: /切换身份/ }).click()
    const box = page.getByRole('dialog', { name: '切换身份' })
    const shelves = await box.getByRole('heading', { level: 3 }).allTextContents()
    expect(shelves).toEqual(['最近', '建议', '金融科', '农业农村科', '预算科', '国库科', '办公室'])
    await box.getByRole('searchbox').fill('农业 赵')
    expect(await box.getByRole('listitem').count()).toBe(1)
    await box.getByRole('button', { name: /赵敏/ }).click()
    await page.getByRole('button', { name: '当前身份 赵敏，切换身份' }).waitFor()
    await page.getByRole('main', { name: '督办' }).waitFor()
    expect(new URL(page.url()).hash).toBe(`#${ZHAO}/bot`)
    const chats = await page.getByRole('navigation', { name: '会话' }).getByRole('listitem').count()
    expect(chats).toBe(2)
  })

  it('says so when nobody is found, and closes with Escape', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url)
    await page.getByRole('button', { name: /切换身份/ }).click()
    await page.getByRole('searchbox').fill('查无此人')
    await page.getByText('没有找到此人').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  it('keeps each person’s begun sentence, and the address brings back person and chat', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    await page.getByRole('textbox', { name: '输入消息' }).fill('写到一半')
    await page.getByRole('button', { name: /切换身份/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: /李娜/ }).first().click()
    await page.getByRole('main', { name: '金融科工作群' }).waitFor()
    expect(await page.getByRole('textbox', { name: '输入消息' }).inputValue()).toBe('')
    await page.goBack()
    await page.getByRole('button', { name: '当前身份 王强，切换身份' }).waitFor()
    expect(await page.getByRole('textbox', { name: '输入消息' }).inputValue()).toBe('写到一半')
  })

  it('brings each person back to the chat he was in', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${LI}/${OTHER}`)
    const become = async (name: RegExp) => {
      await page.getByRole('button', { name: /切换身份/ }).click()
      await page.getByRole('dialog').getByRole('button', { name }).first().click()
    }
    await become(/赵敏/)
    await page.getByRole('main', { name: '督办工作群' }).waitFor()
    await page.getByRole('button', { name: /机器人/ }).click()
    await become(/李娜/)
    await page.getByRole('main', { name: '督办工作群' }).waitFor()
    await become(/赵敏/)
    await page.getByRole('main', { name: '督办', exact: true }).waitFor()
  })

  it('marks what arrived unseen, per person, and forgets the mark once it was read', async () => {
    ground = await openGround(office([message({ id: 'om_1', content: '旧消息' })]))
    const { page } = await visit(browser, ground.url, `${LI}/${GROUP}`)
    await page.getByText('旧消息').last().waitFor()
    expect(await page.getByRole('img', { name: /条新消息/ }).count()).toBe(0)
    const fresh = { chat: OTHER, from: WANG, at: NOW + 1000, content: '新消息' }
    ground.push({ type: 'message', message: message({ id: 'om_2', ...fresh }) })
    ground.push({
      type: 'message',
      message: message({ id: 'om_3', chat: PRIVATE, from: 'bot', at: NOW + 2000, content: '提醒' }),
    })
    await page
      .getByRole('button', { name: /督办工作群/ })
      .getByLabel('1条新消息')
      .waitFor()
    await page.getByRole('button', { name: /督办工作群/ }).click()
    await page.getByRole('log').getByText('新消息').waitFor()
    await page
      .getByRole('button', { name: /督办工作群/ })
      .getByLabel('1条新消息')
      .waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /切换身份/ }).click()
    const waiting = page.getByRole('dialog').getByRole('region', { name: '有新消息' })
    expect(await waiting.getByRole('listitem').allTextContents()).toEqual(['李娜李娜金融科 科长1'])
  })

  it('shows a message meant for one person to nobody else', async () => {
    const whisper = message({ id: 'om_1', from: 'bot', content: '仅供李娜', onlyFor: LI })
    ground = await openGround(office([whisper]))
    const li = await visit(browser, ground.url, `${LI}/${GROUP}`)
    await li.page.getByRole('log').getByText('仅供李娜').waitFor()
    const wang = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    await wang.page.getByRole('log').getByText('还没有消息').waitFor()
    expect(await wang.page.getByText('仅供李娜').count()).toBe(0)
  })

  it('fits a phone: the chat alone, the list behind one tap', async () => {
    ground = await openGround(office([message({ id: 'om_1', content: '各位早' })]))
    const size = { width: 390, height: 844 }
    const { page } = await visit(browser, ground.url, `${LI}/${GROUP}`, size)
    await page.getByRole('log').getByText('各位早').waitFor()
    expect(await page.getByRole('button', { name: /督办工作群/ }).isVisible()).toBe(false)
    await page.getByRole('button', { name: '返回会话列表' }).click()
    await page.getByRole('button', { name: /督办工作群/ }).click()
    await page.getByRole('main', { name: '督办工作群' }).waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBe(390)
  })
})
