import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from './browser.ts'
import { type Ground, openGround } from './ground.ts'
import { GROUP, LI, message, NOW, office, WANG } from './office.ts'
import { visit } from './visit.ts'

describe.skipIf(!hasBrowser)('the conversation', () => {
  let browser: Browser
  let ground: Ground
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => ground.close())

  const box = 'textbox'
  const field = { name: '输入消息' }

  it('sends with Enter and breaks the line with Shift and Enter', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${WANG}/bot`)
    const text = page.getByRole(box, field)
    await text.click()
    await page.keyboard.type('报 12')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('已完成初稿')
    await page.keyboard.press('Enter')
    expect(await ground.next('say')).toEqual({ as: WANG, chat: 'bot', text: '报 12\n已完成初稿' })
    expect(await text.inputValue()).toBe('')
  })

  it('keeps the sentence and says why when it could not be sent', async () => {
    ground = await openGround(office([]))
    ground.answer({ ok: false, error: '该群已解散' })
    const { page } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    await page.getByRole(box, field).fill('在吗')
    await page.getByRole('button', { name: '发送' }).click()
    await page.getByRole('status').getByText('该群已解散').waitFor()
    expect(await page.getByRole(box, field).inputValue()).toBe('在吗')
  })

  it('mentions by a list one filters and picks from with the keyboard', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${LI}/${GROUP}`)
    await page.getByRole(box, field).click()
    await page.keyboard.type('@')
    const list = page.getByRole('listbox', { name: '提及' })
    const first = await list.getByRole('option').allTextContents()
    expect(first.slice(0, 4)).toEqual([
      '督办机器人',
      '所有人',
      '李娜金融科 科长',
      '王强金融科 科员',
    ])
    await page.keyboard.press('Enter')
    await page.keyboard.type('交办 @王')
    expect(await list.getByRole('option').allTextContents()).toEqual(['王强金融科 科员'])
    await page.keyboard.press('Tab')
    await page.keyboard.type('报送方案')
    expect(await page.getByRole(box, field).inputValue()).toBe('@督办 交办 @王强 报送方案')
    await page.keyboard.press('Enter')
    const text = `@[bot] 交办 @[${WANG}] 报送方案`
    expect(await ground.next('say')).toEqual({ as: LI, chat: GROUP, text })
  })

  it('leaves Enter to the input method while it composes', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${LI}/${GROUP}`)
    await page.getByRole(box, field).fill('报')
    await page.getByRole(box, field).dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
    await page.getByRole(box, field).dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    await page.getByRole(box, field).press('Enter')
    expect(await ground.next('say')).toEqual({ as: LI, chat: GROUP, text: '报' })
    expect(ground.deeds).toHaveLength(1)
  })

  it('writes a suggested sentence for the right person in the right chat', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    const panel = page.getByRole('complementary', { name: '试一试' })
    await panel.getByRole('button', { name: /交办一件事/ }).click()
    await page.getByRole('button', { name: '当前身份 李娜，切换身份' }).waitFor()
    const text = page.getByRole(box, field)
    expect(await text.inputValue()).toBe('@督办 交办 @王强 报送方案 下周五前')
    await page.keyboard.press('Enter')
    const sent = `@[bot] 交办 @[${WANG}] 报送方案 下周五前`
    expect(await ground.next('say')).toEqual({ as: LI, chat: GROUP, text: sent })
  })

  it('offers this person’s suggestions here as chips, and the bot’s menu in private', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${WANG}/bot`)
    await page.getByRole('list', { name: '试一试' }).getByRole('button', { name: '待办' }).click()
    expect(await page.getByRole(box, field).inputValue()).toBe('待办')
    await page
      .getByRole('list', { name: '机器人菜单' })
      .getByRole('button', { name: '我的待办' })
      .click()
    expect(await ground.next('menu')).toEqual({ as: WANG, key: '待办' })
  })

  it('replies to a message, which is then quoted', async () => {
    ground = await openGround(office([message({ id: 'om_1', content: '方案何时能报' })]))
    const { page } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    const line = page.getByRole('article', { name: /李娜/ })
    await line.hover()
    await line.getByRole('button', { name: '回复' }).click()
    await page.getByText('回复 李娜：方案何时能报').waitFor()
    await page.keyboard.type('明天')
    await page.keyboard.press('Enter')
    const said = { as: WANG, chat: GROUP, text: '明天', replyTo: 'om_1' }
    expect(await ground.next('say')).toEqual(said)
    const reply = { from: WANG, at: NOW, content: '明天', replyTo: 'om_1' }
    ground.push({ type: 'message', message: message({ id: 'om_2', ...reply }) })
    const answer = page.getByRole('article', { name: /王强/ })
    await answer.getByRole('button', { name: '回复 李娜：方案何时能报' }).waitFor()
  })

  it('reacts, takes the reaction off again, and recalls only one’s own', async () => {
    const own = message({ id: 'om_2', from: WANG, content: '收到' })
    ground = await openGround(office([message({ id: 'om_1', content: '请尽快' }), own]))
    const { page } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    const others = page.getByRole('article', { name: /李娜/ })
    await others.hover()
    await others.getByRole('button', { name: '表情 OK' }).click()
    const reacted = { as: WANG, message: 'om_1', emoji: 'OK' }
    expect(await ground.next('react')).toEqual({ ...reacted, remove: false })
    const reactions = [{ emoji: 'OK', by: [WANG] }]
    ground.push({ type: 'message', message: message({ id: 'om_1', content: '请尽快', reactions }) })
    await others.getByRole('button', { name: /OK\s*王强/ }).click()
    expect(await ground.next('react')).toEqual({ ...reacted, remove: true })
    expect(await others.getByRole('button', { name: '撤回' }).count()).toBe(0)
    const mine = page.getByRole('article', { name: /王强/ })
    await mine.hover()
    await mine.getByRole('button', { name: '撤回' }).click()
    expect(await ground.next('recall')).toEqual({ as: WANG, message: 'om_2' })
    ground.push({ type: 'message', message: { ...own, recalled: true } })
    await page.getByRole('log').getByText('王强撤回了一条消息').waitFor()
  })

  it('is walked by keyboard: arrows between messages, Tab into the one at hand', async () => {
    const lines = ['第一句', '第二句', '第三句'].map((content, i) =>
      message({ id: `om_${i}`, at: NOW - 5000 + i, content }),
    )
    ground = await openGround(office(lines))
    const { page } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    await page.getByRole('article').last().focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('回复 李娜：第二句').waitFor()
    await page.keyboard.type('好')
    await page.keyboard.press('Enter')
    expect((await ground.next('say')).replyTo).toBe('om_1')
  })

  it('puts no more than the current message’s buttons on the way of Tab', async () => {
    const lines = Array.from({ length: 20 }, (_, i) =>
      message({ id: `om_${i}`, at: NOW - 5000 + i, content: `第${i}句` }),
    )
    ground = await openGround(office(lines))
    const { page } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    await page.getByRole('article').first().waitFor()
    const stops = await page.locator('.messages [tabindex="0"]').count()
    expect(stops).toBe(5)
  })

  it('draws posts, files, system lines and edits, and typed text only as text', async () => {
    const content = [
      [
        { tag: 'text', text: '请 ' },
        { tag: 'at', user_id: WANG, user_name: '王强' },
      ],
    ]
    const evil = '<img src=x onerror="document.title=1"> https://example.com/a，见 @王强'
    ground = await openGround(
      office([
        message({ id: 'om_1', type: 'post', content: { title: '通知', content } }),
        message({ id: 'om_2', type: 'file', content: '台账.xlsx' }),
        message({ id: 'om_3', type: 'system', from: 'system', content: '督办 已加入群聊' }),
        message({ id: 'om_4', content: evil, edited: true }),
      ]),
    )
    const { page, complaints } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    const log = page.getByRole('log')
    await log.getByText('请 @王强').waitFor()
    await log.getByText('台账.xlsx').waitFor()
    await log.getByText('督办 已加入群聊').waitFor()
    await log.getByText(evil).waitFor()
    await log.getByText('（已编辑）').waitFor()
    expect(await log.getByRole('link').getAttribute('href')).toBe('https://example.com/a')
    expect(await log.locator('img').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('sends a chosen file, and refuses an empty one', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${LI}/bot`)
    const chooser = page.getByLabel('选择文件')
    await chooser.setInputFiles({ name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) })
    await page.getByText('“空.txt”是空文件，未发送').waitFor()
    const buffer = Buffer.from('名单')
    await chooser.setInputFiles({ name: '名单.txt', mimeType: 'text/plain', buffer })
    const base64 = buffer.toString('base64')
    expect(await ground.next('file')).toEqual({ as: LI, chat: 'bot', name: '名单.txt', base64 })
  })

  it('takes a file that is dropped onto the conversation', async () => {
    ground = await openGround(office([]))
    const { page } = await visit(browser, ground.url, `${LI}/${GROUP}`)
    const dataTransfer = await page.evaluateHandle(
      'const carried = new DataTransfer(); carried.items.add(new File(["x"], "台账.csv")); carried',
    )
    await page.getByRole('log').dispatchEvent('drop', { dataTransfer })
    const sent = { as: LI, chat: GROUP, name: '台账.csv', base64: 'eA==' }
    expect(await ground.next('file')).toEqual(sent)
  })

  it('shows the latest messages of a long chat, older ones on request', async () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      message({ id: `om_${i}`, at: NOW - 600_000 + i, content: `第${i}条` }),
    )
    ground = await openGround(office(many))
    const { page } = await visit(browser, ground.url, `${WANG}/${GROUP}`)
    const log = page.getByRole('log')
    await log.getByText('第299条', { exact: true }).waitFor()
    expect(await log.getByText('第100条', { exact: true }).count()).toBe(0)
    await log.getByRole('button', { name: '更早的消息' }).click()
    await log.getByText('第100条', { exact: true }).waitFor()
  })
})
