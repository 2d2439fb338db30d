import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checkCard } from '../../src/card/check.ts'
import { hasBrowser, openBrowser } from './browser.ts'
import { type Ground, openGround } from './ground.ts'
import { cardMessage, LI, office } from './office.ts'
import { READING } from './reading.ts'
import { FORM, TAPPING } from './tapping.ts'
import { visit } from './visit.ts'

const UNKNOWN = { tag: 'mystery_box' }

describe('the test cards', () => {
  it('are cards the platform accepts', () => {
    for (const elements of [READING, TAPPING, [FORM]]) {
      const card = cardMessage('om_1', elements).content
      expect(checkCard(card).findings.filter(({ level }) => level === 'error')).toEqual([])
    }
  })
})

describe.skipIf(!hasBrowser)('a card', () => {
  let browser: Browser
  let ground: Ground
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => ground.close())

  const open = async (elements: unknown[], rest: object = {}) => {
    ground = await openGround(office([cardMessage('om_1', elements, rest)]))
    const { page, complaints } = await visit(browser, ground.url, `${LI}/bot`)
    const card = page.getByRole('region', { name: '卡片' })
    await card.waitFor()
    return { page, card, complaints }
  }
  const tapped = { as: LI, message: 'om_1' }

  it('draws every component, and names an unknown one instead of hiding it', async () => {
    const { card, complaints } = await open([...READING, ...TAPPING, FORM, UNKNOWN])
    await card.getByText('暂不支持的组件：mystery_box').waitFor()
    expect(await card.getByText('暂不支持').count()).toBe(1)
    expect(complaints).toEqual([])
  })

  it('draws header, subtitle, tags and lights', async () => {
    const plain = (content: string) => ({ tag: 'plain_text', content })
    const header = {
      title: plain('12 问题楼盘化解方案'),
      subtitle: plain('局党组2026-18号'),
      template: 'orange',
      text_tag_list: [{ tag: 'text_tag', text: plain('🟡 临期'), color: 'yellow' }],
    }
    const { card } = await open([], { header })
    await card.getByRole('heading', { name: '12 问题楼盘化解方案' }).waitFor()
    await card.getByText('局党组2026-18号').waitFor()
    expect(await card.getByText('临期').textContent()).toBe('🟡 临期')
  })

  it('draws markdown: mentions, lists, colours, tags, links, entities', async () => {
    const { card } = await open(READING)
    await card.getByText('@李娜', { exact: true }).waitFor()
    expect(await card.getByRole('link', { name: '办法' }).getAttribute('href')).toBe(
      'https://example.com/a',
    )
    await card.getByText('1*2<3').waitFor()
    const items = await card.getByRole('listitem').allTextContents()
    expect(items.slice(0, 5)).toEqual(['第一项细项', '细项', '第二项', '先摸底', '再拿方案'])
    expect(await card.locator('del').textContent()).toBe('初稿')
  })

  it('never runs or links what does not belong: tags, handlers, javascript addresses', async () => {
    const content =
      '<script>document.title="x"</script><img src=x onerror=alert(1)> [点](javascript:alert(1)) <a href="data:text/html,x">数据</a> <font color="red;background:url(x)">色</font>'
    const { card, page, complaints } = await open([{ tag: 'markdown', content }])
    await card.getByText('<script>document.title="x"</script>').waitFor()
    expect(await card.locator('script, img, a').count()).toBe(0)
    expect(await page.title()).toBe('督办 · 练习场')
    expect(complaints).toEqual([])
  })

  it('pages a table and formats people, options, dates and figures', async () => {
    const { card } = await open(READING)
    const rows = card.getByRole('row')
    expect(await rows.nth(1).getByRole('cell').allTextContents()).toEqual([
      '问题楼盘化解方案',
      '强王强',
      '在办',
      '11/25',
      '¥1,234,567.50',
    ])
    expect(await rows.count()).toBe(3)
    await card.getByRole('button', { name: '下一页' }).click()
    await card.getByRole('cell', { name: '惠企贴息兑付' }).waitFor()
    await card.getByText('2/2').waitFor()
    expect(await card.getByRole('button', { name: '下一页' }).isDisabled()).toBe(true)
  })

  it('opens a collapsible panel', async () => {
    const { card } = await open(READING)
    expect(await card.getByText('11月18日 已签收').count()).toBe(0)
    await card.getByRole('button', { name: '办理经过' }).click()
    await card.getByText('11月18日 已签收').waitFor()
  })

  it('draws the four kinds of charts', async () => {
    const { card } = await open(READING)
    for (const name of ['柱状图', '折线图', '饼图']) await card.getByRole('img', { name }).waitFor()
    await card.getByRole('figure', { name: '各科室在办事项' }).waitFor()
    await card.getByText('按期 20（74%）').waitFor()
    const done = card.getByRole('progressbar', { name: '债券支付' })
    expect(await done.getAttribute('value')).toBe('0.62')
  })

  it('sends a tap with its value, waits, and shows the toast of the answer', async () => {
    const { page, card } = await open(TAPPING)
    let release: (answer: object) => void = () => {}
    ground.answer(new Promise((resolve) => (release = resolve)))
    const button = card.getByRole('button', { name: '签收' }).first()
    await button.click()
    expect(await ground.next('tap')).toEqual({
      ...tapped,
      tag: 'button',
      value: { say: '签收 12' },
    })
    expect(await button.isDisabled()).toBe(true)
    expect(await button.getAttribute('aria-busy')).toBe('true')
    release({ ok: true, toast: { type: 'success', content: '已签收' } })
    await page.getByRole('status').getByText('已签收').waitFor()
    await card.locator('[aria-busy=true]').waitFor({ state: 'detached' })
    await page.getByRole('status').getByText('已签收').waitFor({ state: 'detached' })
  })

  it('shows the new card that comes through the stream, and an error in words', async () => {
    const { page, card } = await open(TAPPING)
    ground.answer({ ok: false, error: '出错了，请稍后重试（错误码：200341）' })
    await card.getByRole('button', { name: '退签' }).click()
    await page.getByRole('status').getByText('200341').waitFor()
    const next = cardMessage('om_1', [{ tag: 'markdown', content: '已办结' }])
    ground.push({ type: 'message', message: next })
    await card.getByText('已办结').waitFor()
    expect(await card.getByRole('button').count()).toBe(0)
  })

  it('asks before a button that wants to be confirmed', async () => {
    const { page, card } = await open(TAPPING)
    await card.getByRole('button', { name: '催办' }).click()
    const question = page.getByRole('dialog', { name: '请确认' })
    await question.getByText('将提醒王强').waitFor()
    await question.getByRole('button', { name: '取消' }).click()
    await card.getByRole('button', { name: '催办' }).click()
    await question.getByRole('button', { name: '确认' }).click()
    expect(await ground.next('tap')).toEqual({
      ...tapped,
      tag: 'button',
      value: { say: '催办 12' },
    })
    expect(ground.deeds).toHaveLength(1)
  })

  it('does not tap a disabled button and says why on hovering', async () => {
    const { card } = await open(TAPPING)
    const button = card.getByRole('button', { name: '已停用' })
    expect(await button.isDisabled()).toBe(true)
    expect(await button.getAttribute('title')).toBe('事项已办结')
  })

  it('sends what single components hold: overflow, checker, input, select, date, container', async () => {
    const { page, card } = await open(TAPPING)
    await card.getByRole('button', { name: '更多' }).click()
    await card.getByRole('menuitem', { name: '延期' }).click()
    expect(await ground.next('tap')).toEqual({
      ...tapped,
      tag: 'overflow',
      value: { of: 12 },
      option: 'extend',
    })
    await card.getByRole('checkbox', { name: '已与人行对接' }).click()
    expect(await ground.next('tap')).toEqual({
      ...tapped,
      tag: 'checker',
      name: 'tick',
      value: { step: 1 },
      checked: true,
    })
    await card.getByRole('textbox', { name: '补充一句' }).fill('已走访')
    await page.keyboard.press('Enter')
    expect(await ground.next('tap')).toEqual({
      ...tapped,
      tag: 'input',
      value: { say: '报 12' },
      input: '已走访',
    })
    await card.getByRole('combobox', { name: '选择科室' }).press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await ground.next('tap')).toEqual({
      ...tapped,
      tag: 'select_static',
      value: { pick: 'unit' },
      option: 'u-预算科',
    })
    await card.getByLabel('改期限').fill('2026-12-04')
    await card.getByRole('button', { name: '确定' }).click()
    expect(await ground.next('tap')).toEqual({
      ...tapped,
      tag: 'date_picker',
      value: { pick: 'due' },
      option: '2026-12-04 +0800',
    })
    await card.getByRole('button', { name: '12 问题楼盘化解方案' }).press('Enter')
    expect(await ground.next('tap')).toEqual({
      ...tapped,
      tag: 'interactive_container',
      value: { open: 12 },
    })
  })

  it('takes an optimistic choice back when the answer brings no new card', async () => {
    const { card } = await open(TAPPING)
    const box = card.getByRole('checkbox', { name: '已与人行对接' })
    await box.click()
    await ground.next('tap')
    await card
      .getByRole('checkbox', { name: '已与人行对接', checked: false, disabled: false })
      .waitFor()
  })
})
