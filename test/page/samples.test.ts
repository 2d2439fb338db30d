import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, openBrowser } from './browser.ts'
import { openGround } from './ground.ts'
import { LI, message, NOW, office, PRIVATE } from './office.ts'
import { visit } from './visit.ts'

/** Cards published in the platform's documentation; they lie beside the project, not in it. */
const FOLDER = new URL('../../../shared/samples/feishu/cards2', import.meta.url).pathname
const files = existsSync(FOLDER) ? readdirSync(FOLDER) : []

describe.skipIf(!hasBrowser || files.length === 0)('the published sample cards', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('are all drawn; only the choice of pictures is named as unknown', async () => {
    const cards = files.map((file, i) => {
      const content: unknown = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
      const part = { id: `om_${i}`, at: NOW - 1000 + i, chat: PRIVATE, from: 'bot' }
      return message({ ...part, type: 'interactive', content })
    })
    const ground = await openGround(office(cards))
    const { page, complaints } = await visit(browser, ground.url, `${LI}/bot`)
    await page.getByRole('region', { name: '卡片' }).first().waitFor()
    expect(await page.getByRole('region', { name: '卡片' }).count()).toBe(files.length)
    const unknown = await page.getByText('暂不支持').allTextContents()
    expect([...new Set(unknown)]).toEqual(['暂不支持的组件：select_img'])
    expect(complaints).toEqual([])
    await ground.close()
  })
})
