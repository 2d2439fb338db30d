/** The app that every candidate of the bench pretends to be; its secrets protect nothing. */
import type { Feishu } from '../config.ts'

export const tenant = 'tenant_bench'
export const botOpenId = 'ou_bench_bot'

/** The settings of a bot whose platform stands at that address. */
export const appAt = (domain: string): Feishu => ({
  appId: 'cli_be9c0be9c0be9c00',
  appSecret: 'bench-secret',
  encryptKey: 'bench-encrypt-key',
  verificationToken: 'bench-token',
  domain,
  mode: 'webhook',
})
