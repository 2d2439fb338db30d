import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'

const files = readdirSync(inject('pageDir'))
const read = (file: string) => readFileSync(join(inject('pageDir'), file))

describe('the built page', () => {
  it('is three files', () => {
    expect(files.sort()).toEqual(['index.html', 'page.css', 'page.js'])
  })

  it('loads in less than 60 KB, compressed', () => {
    const bytes = files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
    expect(bytes).toBeLessThan(60_000)
  })

  it('names no other host: everything it needs is inside', () => {
    const all = files.map((file) => read(file).toString()).join('\n')
    const hosts = new Set([...all.matchAll(/https?:\/\/[\w.-]+/g)].map(([host]) => host))
    // The namespaces of SVG and MathML are names, not addresses.
    expect([...hosts].filter((host) => host !== 'http://www.w3.org')).toEqual([])
  })

  it('carries no script or style in its markup', () => {
    const html = read('index.html').toString()
    expect(html).not.toMatch(/<style|style=|<script(?! src="page\.js" defer><\/script>)/)
    expect(html).toContain("script-src 'self'")
  })
})
