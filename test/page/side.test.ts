import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Trace } from '../../src/sandbox/protocol.ts'
import { hasBrowser, openBrowser } from './browser.ts'
import { type Ground, openGround } from './ground.ts'
import { LI, NOW, office } from './office.ts'
import { visit } from './visit.ts'

const trace = (id: number, part: Partial<Trace> = {}): Trace => ({
  id,
  at: NOW + id * 1000,
  way: 'api',
  title: `第${id}次调用`,
  status: 200,
  ms: 12.4,
  request: {},
  response: {},
  ...part,
})

describe.skipIf(!hasBrowser)('the side panels', () => {
  let browser: Browser
  let ground: Ground
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(() => ground.close())

  const open = async (door: string, traces: Trace[] = []) => {
    ground = await openGround(office([], { traces }))
    const { page } = await visit(browser, ground.url, `${LI}/bot`)
    const doors = page.getByRole('navigation', { name: '面板' })
    await doors.getByRole('button', { name: door }).click()
    return { page, panel: page.getByRole('complementary', { name: door }) }
  }

  it('list events, callbacks and calls, the newest on top, with time, status and duration', async () => {
    const traces = [trace(1, { way: 'event', title: '收到消息' }), trace(2, { status: 429 })]
    const { panel } = await open('检查器', traces)
    expect(await panel.getByRole('listitem').allTextContents()).toEqual([
      '10:17:02接口第2次调用42912ms',
      '10:17:01事件收到消息20012ms',
    ])
    ground.push({ type: 'trace', trace: trace(3, { way: 'callback', title: '点按卡片' }) })
    await panel.getByText('点按卡片').waitFor()
    expect(await panel.getByRole('listitem').first().textContent()).toContain('回调点按卡片')
  })

  it('open a line to its JSON, with JSON inside strings opened up', async () => {
    const request = { body: { content: JSON.stringify({ text: '已签收' }) } }
    const { panel } = await open('检查器', [trace(1, { request, response: { code: 0 } })])
    await panel.getByRole('button', { name: /第1次调用/ }).click()
    const shown = await panel.locator('pre').allTextContents()
    expect(shown.map((text) => JSON.parse(text))).toEqual([
      { body: { content: { text: '已签收' } } },
      { code: 0 },
    ])
  })

  it('filter, pause and clear the lines', async () => {
    const { panel } = await open('检查器', [
      trace(1, { way: 'event', title: '收到消息' }),
      trace(2),
    ])
    await panel.getByRole('combobox', { name: '类别' }).selectOption('事件')
    expect(await panel.getByRole('listitem').count()).toBe(1)
    await panel.getByRole('combobox', { name: '类别' }).selectOption('全部')
    await panel.getByRole('searchbox').fill('调用')
    expect(await panel.getByRole('listitem').count()).toBe(1)
    await panel.getByRole('searchbox').fill('')
    await panel.getByRole('button', { name: '暂停' }).click()
    ground.push({ type: 'trace', trace: trace(3) })
    ground.push({ type: 'clock', now: NOW + 3_600_000, turning: true })
    await panel.page().getByText('时间推进中').waitFor()
    expect(await panel.getByRole('listitem').count()).toBe(2)
    await panel.getByRole('button', { name: '继续' }).click()
    expect(await panel.getByRole('listitem').count()).toBe(3)
    await panel.getByRole('button', { name: '清空' }).click()
    await panel.getByText('暂无记录').waitFor()
    ground.push({ type: 'trace', trace: trace(4) })
    await panel.getByText('第4次调用').waitFor()
    expect(await panel.getByRole('listitem').count()).toBe(1)
  })

  it('show the lines of a street that began anew, although older ones had been cleared', async () => {
    const { panel } = await open('检查器', [trace(7)])
    await panel.getByRole('button', { name: '清空' }).click()
    await panel.getByText('暂无记录').waitFor()
    await ground.away()
    await ground.back(office([], { traces: [trace(1)] }))
    await panel.getByText('第1次调用').waitFor()
  })

  it('turn the clock by its buttons and tell how far it has come', async () => {
    const { page, panel } = await open('时钟')
    let release: (answer: object) => void = () => {}
    ground.answer(new Promise((resolve) => (release = resolve)))
    await panel.getByRole('button', { name: /明早 8:20/ }).click()
    expect(await ground.next('clock')).toEqual({ to: Date.UTC(2026, 10, 22, 0, 20) })
    expect(await panel.getByRole('button', { name: /下一个整点/ }).isDisabled()).toBe(true)
    ground.push({ type: 'clock', now: Date.UTC(2026, 10, 21, 9, 0), turning: true })
    await panel.getByText('正在推进至 11月22日 周日 08:20，现在 11月21日 周六 17:00').waitFor()
    ground.push({ type: 'clock', now: Date.UTC(2026, 10, 22, 0, 20), turning: false })
    release({ ok: true })
    await page.getByRole('button', { name: '练习时间' }).getByText('11月22日 周日 08:20').waitFor()
    await panel.getByRole('button', { name: /下一个整点/, disabled: false }).waitFor()
  })

  it('name the instant each button leads to', async () => {
    const { panel } = await open('时钟')
    const steps = await panel.getByRole('button').allTextContents()
    expect(steps.filter((text) => text.includes('月'))).toEqual([
      '下一个整点11月21日 周六 11:00',
      '明早 8:2011月22日 周日 08:20',
      '到周五 17:0011月27日 周五 17:00',
      '+1天11月22日 周日 10:17',
      '+3天11月24日 周二 10:17',
    ])
  })

  it('turn the clock to a chosen time, and never backwards', async () => {
    const { page, panel } = await open('时钟')
    await panel.getByLabel('自选时间').fill('2026-11-20T08:00')
    await panel.getByRole('button', { name: '拨到所选时间' }).click()
    await page.getByRole('status').getByText('练习时间只能前进').waitFor()
    await panel.getByLabel('自选时间').fill('2026-12-01T09:30')
    await panel.getByRole('button', { name: '拨到所选时间' }).click()
    expect(await ground.next('clock')).toEqual({ to: Date.UTC(2026, 11, 1, 1, 30) })
    expect(ground.deeds).toHaveLength(1)
  })

  it('switch faults on for so many times, and off', async () => {
    const { panel } = await open('故障')
    await panel.getByText('剩余2次').waitFor()
    await panel.getByRole('combobox', { name: '重复推送同一事件 次数' }).selectOption('3次')
    await panel.getByRole('switch', { name: '重复推送同一事件' }).click()
    expect(await ground.next('fault')).toEqual({ kind: 'duplicate-event', times: 3 })
    await panel.getByRole('switch', { name: '网络不通' }).click()
    expect(await ground.next('fault')).toEqual({ kind: 'unreachable', times: 0 })
    const faults = office([]).faults.map((fault) => ({ ...fault, times: -1 }))
    ground.push({ type: 'faults', faults })
    await panel.getByRole('switch', { name: '重复推送同一事件', checked: true }).waitFor()
    expect(await panel.getByText('一直').count()).toBe(2)
  })
})
