/** Which platform: Feishu, Lark, or a private one by its address. */

const KNOWN: Record<string, string> = {
  feishu: 'https://open.feishu.cn',
  lark: 'https://open.larksuite.com',
}

/** The platform's base address without a slash at its end (the SDK would write two). Throws on anything else. */
export function baseOf(domain: string): string {
  const url = (KNOWN[domain] ?? domain).replace(/\/+$/, '')
  if (!/^https?:\/\/[^/\s]+/.test(url))
    throw new Error(`飞书域名应填 feishu、lark 或以 https:// 开头的地址，现为：${domain}`)
  return url
}
