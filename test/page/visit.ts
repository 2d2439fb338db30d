/** A visitor's window on the page, which keeps what a careful one would complain about. */
import type { Browser, Page } from 'playwright-core'

export interface Visit {
  page: Page
  /** Errors of scripts, refusals of the policy, and every request that leaves the ground. */
  complaints: string[]
}

/** Opens the page at a place (`ou_…/oc_…`) in a window of this size. */
export async function visit(
  browser: Browser,
  url: string,
  place = '',
  size = { width: 1280, height: 800 },
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: size })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`error ${error.message}`))
  page.on('console', (line) => {
    // A stream that is cut on purpose is the browser's own remark.
    if (line.type() === 'error' && !/net::ERR/.test(line.text()))
      complaints.push(`console ${line.text()}`)
  })
  page.on('request', (request) => {
    const to = request.url()
    if (!to.startsWith(url) && !to.startsWith('data:')) complaints.push(`request ${to}`)
  })
  await page.goto(`${url}/${place ? `#${place}` : ''}`)
  await page.getByRole('banner').waitFor()
  return { page, complaints }
}
