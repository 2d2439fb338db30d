import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from './browser.ts'
import { type Ground, openGround } from './ground.ts'
import { office } from './office.ts'

describe.skipIf(!hasBrowser)('the page', () => {
  let browser: Browser
  let ground: Ground | undefined
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())
  afterEach(() => ground?.close())

  it('opens with the first suggestion: its person and its chat', async () => {
    ground = await openGround(office([]))
    const page: Page = await browser.newPage()
    await page.goto(ground.url)
    await page.getByText('金融科工作群').first().waitFor()
    expect(await page.title()).toBe('督办 · 练习场')
  })
})
