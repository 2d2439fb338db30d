import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from './browser.ts'
import { type Ground, openGround } from './ground.ts'
import { cardMessage, LI, office, WANG } from './office.ts'
import { FORM } from './tapping.ts'
import { visit } from './visit.ts'

describe.skipIf(!hasBrowser)('a form in a card', () => {
  let browser: Browser
  let ground: Ground
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => ground.close())

  const open = async () => {
    const chats = office([]).chats.map((chat) =>
      chat.kind === 'private' ? { ...chat, members: [LI, WANG] } : chat,
    )
    ground = await openGround(office([cardMessage('om_1', [FORM])], { chats }))
    const { page } = await visit(browser, ground.url, `${LI}/bot`)
    const form = page.getByRole('group', { name: '表单' })
    await form.waitFor()
    return { page, form }
  }

  it('is not sent while a required field is empty', async () => {
    const { page, form } = await open()
    await form.getByRole('button', { name: '提交' }).click()
    await page.getByRole('status').getByText('请先填写必填项').waitFor()
    await form.getByRole('alert').getByText('此项必填').waitFor()
    expect(ground.deeds).toEqual([])
    await form.getByRole('textbox', { name: '事项' }).fill('报送方案')
    expect(await form.getByText('此项必填').count()).toBe(0)
  })

  it('cuts at the length the card allows and returns to the card’s words on reset', async () => {
    const { form } = await open()
    const title = form.getByRole('textbox', { name: '事项' })
    await title.pressSequentially('一二三四五六七八九十一二三四五六七八九十多余')
    expect(await title.inputValue()).toHaveLength(20)
    await form.getByRole('textbox', { name: '要求' }).fill('改过')
    await form.getByRole('button', { name: '清空' }).click()
    expect(await title.inputValue()).toBe('')
    expect(await form.getByRole('textbox', { name: '要求' }).inputValue()).toBe('先摸底')
  })

  it('sends every field in the platform’s own format', async () => {
    const { page, form } = await open()
    await form.getByRole('textbox', { name: '事项' }).fill('报送方案')
    await form.getByRole('combobox', { name: '承办人' }).click()
    await form.getByRole('option', { name: /王强/ }).click()
    await form.getByLabel('期限').fill('2026-11-27')
    await form.getByRole('combobox', { name: '协办科室' }).click()
    await form.getByRole('option', { name: '预算科' }).click()
    await form.getByRole('option', { name: '办公室' }).click()
    await page.keyboard.press('Escape')
    await form.getByRole('combobox', { name: '抄送' }).click()
    await form.getByRole('option', { name: /李娜/ }).click()
    await page.keyboard.press('Escape')
    await form.getByLabel('时间', { exact: true }).fill('08:05')
    await form.getByLabel('会议时间').fill('2026-11-29T07:07')
    await form.getByRole('button', { name: '提交' }).click()
    expect(await ground.next('tap')).toEqual({
      as: LI,
      message: 'om_1',
      tag: 'button',
      name: 'send',
      value: { say: '交办' },
      form: {
        title: '报送方案',
        note: '先摸底',
        who: WANG,
        due: '2026-11-27 +0800',
        units: ['预算科', '办公室'],
        copies: [LI],
        at: '08:05 +0800',
        meet: '2026-11-29 07:07 +0800',
      },
    })
  })

  it('keeps what was filled in when the bot wants it corrected', async () => {
    const { page, form } = await open()
    ground.answer({ ok: true, toast: { type: 'error', content: '期限已过，请改期' } })
    await form.getByRole('textbox', { name: '事项' }).fill('报送方案')
    await form.getByRole('button', { name: '提交' }).click()
    await page.getByRole('status').getByText('期限已过，请改期').waitFor()
    expect(await form.getByRole('textbox', { name: '事项' }).inputValue()).toBe('报送方案')
  })

  it('keeps what was filled in when a new card comes, until it was sent', async () => {
    const { page, form } = await open()
    const title = form.getByRole('textbox', { name: '事项' })
    await title.fill('报送方案')
    const next = cardMessage('om_1', [{ tag: 'markdown', content: '已更新' }, FORM])
    ground.push({ type: 'message', message: next })
    await page.getByText('已更新').waitFor()
    expect(await title.inputValue()).toBe('报送方案')
    await form.getByRole('button', { name: '提交' }).click()
    await ground.next('tap')
    await expect.poll(() => title.inputValue(), { timeout: 10_000 }).toBe('')
  })

  it('lets one type on while a new card comes, even one with more in it above the form', async () => {
    const { page, form } = await open()
    const title = form.getByRole('textbox', { name: '事项' })
    await title.pressSequentially('报送')
    const next = cardMessage('om_1', [{ tag: 'markdown', content: '已更新' }, FORM])
    ground.push({ type: 'message', message: next })
    await page.getByText('已更新').waitFor()
    await page.keyboard.insertText('方案')
    expect(await title.inputValue()).toBe('报送方案')
  })
})
