/** What a newcomer does on the practice ground, with mouse and keyboard, in a real browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { hasBrowser, openBrowser } from '../page/browser.ts'
import { visit } from '../page/visit.ts'
import { chatNamed, openWorld, personNamed, type World } from '../world.ts'

describe.skipIf(!hasBrowser)('a newcomer on the practice ground', () => {
  let world: World
  let browser: Browser
  let page: Page
  let complaints: string[]
  beforeAll(async () => {
    world = await openWorld({ page: inject('pageDir') })
    browser = await openBrowser()
    const visitor = await visit(browser, world.ground.street.url)
    page = visitor.page
    complaints = visitor.complaints
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  /** Goes to somebody's private chat with the bot, or to a group as him. */
  async function goes(who: string, where?: string): Promise<void> {
    const { openId } = personNamed(who)
    const chat = where ? chatNamed(where) : world.ground.street.privateChat(openId)
    await page.evaluate(`location.hash = '#${openId}/${chat}'`)
    await page.getByRole('button', { name: `当前身份 ${who}` }).waitFor()
  }

  async function types(sentence: string): Promise<void> {
    await page.getByLabel('输入消息').fill(sentence)
    await page.keyboard.press('Enter')
  }

  const card = (title: string) =>
    page.getByLabel('卡片').filter({ hasText: title }).filter({ hasText: '编号' }).last()
  const seen = (text: string | RegExp) => page.getByRole('log').getByText(text).last().waitFor()

  test('assigns, signs, hands out, reports by typing and by tapping, asks to close, approves, strikes off', async () => {
    await goes('陈静')
    await types('交办 金融科 报送惠企贴息资金拨付进度 12月4日前')
    await seen('已交办金融科，1号')
    await goes('李娜')
    await card('1号').getByRole('button', { name: '签收', exact: true }).click()
    await seen('待分办')
    await card('1号').getByRole('combobox', { name: '承办人' }).click()
    await page.getByRole('option', { name: '王强' }).click()
    await card('1号').getByRole('button', { name: '分办' }).click()
    await seen('办理中')
    await goes('王强')
    await types('报 1 已走访12家企业，完成60%')
    await seen('已记1号进展（完成60%）')
    await card('1号').getByPlaceholder('一句话').fill('已形成初稿')
    await card('1号').getByRole('button', { name: '汇报' }).click()
    await seen('已形成初稿')
    await goes('李娜')
    await types('办结 1 方案已报送市政府办')
    await seen('1号已申请办结')
    await goes('陈静')
    await card('1号').getByRole('button', { name: '优秀' }).click()
    await seen('待销号')
    await card('1号').getByRole('button', { name: '销号' }).click()
    await seen('已销号')
    expect(await world.matter(1)).toMatchObject({
      status: 'closed_out',
      grade: '优秀',
      percent: 60,
    })
  })

  test('takes back what was just said', async () => {
    await types('交办 预算科 复核绩效目标 12月10日前')
    await seen('已交办预算科，2号')
    await card('2号').getByRole('button', { name: '撤销' }).click()
    await seen('已撤项')
    expect((await world.matter(2)).status).toBe('withdrawn')
  })

  test('turns the clock and sees the reminder, the digest and the agenda arrive', async () => {
    await goes('郑国栋')
    await types('交办 金融科 汇总银企对接签约情况 11月27日前')
    await seen('已交办金融科，3号')
    await page.getByRole('button', { name: '时钟', exact: true }).click()
    await page.getByRole('button', { name: '到周五 17:00' }).click()
    await expect
      .poll(() => page.getByLabel('练习时间').textContent(), { timeout: 30_000 })
      .toContain('17:00')
    await goes('李娜')
    await seen(/3号将于 .*11月27日 周五 18:00 到期，请尽快签收并分办/)
    await goes('郑国栋')
    await seen('督办简报 11月27日 周五')
    await goes('刘洋')
    await seen('服务企业周例会 第2次 议程（送审）')
    expect(complaints).toEqual([])
  })
})
