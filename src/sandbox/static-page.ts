/** The chat page's files, served as they are, under a policy that allows nothing from elsewhere. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  map: 'application/json',
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves `folder`: `/` is index.html; only plain file names of known types, no folders. */
export function staticPage(folder: string): Hono {
  const app = new Hono()
  app.get('/:file?', async (c) => {
    const file = c.req.param('file') ?? 'index.html'
    const type = /^[\w-][\w.-]*\.(\w+)$/.exec(file)?.[1]
    if (type === undefined || !TYPES[type]) return c.notFound()
    try {
      const bytes = await readFile(join(folder, file))
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': TYPES[type],
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      })
    } catch {
      return c.notFound()
    }
  })
  return app
}
