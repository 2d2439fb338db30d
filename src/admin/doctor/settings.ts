/** The settings, and how the platform's pushes are to reach this program. */
import type { Settings } from '../../config.ts'
import { Declined } from '../../domain/declined.ts'
import type { Desk } from '../desk.ts'
import { type Finding, look, well, wrong } from './finding.ts'

/** The settings if they are sound, and what is to be said of them. */
export function settingsFindings(desk: Desk): { settings?: Readonly<Settings>; found: Finding[] } {
  try {
    const settings = desk.settings()
    return { settings, found: [...setUp(settings), ...wayIn(settings)] }
  } catch (error) {
    if (!(error instanceof Declined)) throw error
    const [, ...lines] = error.say.split('\n  · ')
    return { found: lines.map((line) => wrong('设置', line, '请改正 .env 后重试')) }
  }
}

function setUp({ feishu }: Settings): Finding[] {
  if (!feishu) {
    const hint = '接入真实飞书请按 docs/feishu.md 设置；练习不需要'
    return [look('设置', '未设置 FEISHU_APP_ID，按练习场检查', hint)]
  }
  return [well('设置', `应用 ${feishu.appId}，${feishu.domain}，${modeName(feishu.mode)}`)]
}

function wayIn({ feishu, host, port }: Settings): Finding[] {
  if (!feishu) return []
  if (feishu.mode === 'socket')
    return [well('回调', '长连接，不需要公网地址；事件和回调都要在开放平台选“使用长连接接收”')]
  const address = `${host}:${port}`
  const paths = '事件请求地址填 https://<外网域名>/feishu/events，回调地址填 /feishu/cards'
  const isLocal = /^(127\.|localhost$|::1$)/.test(host)
  return [
    isLocal
      ? look('回调', `只在本机 ${address} 收事件`, `请由反向代理转发到此，${paths}`)
      : well('回调', `在 ${address} 收事件；${paths}`),
  ]
}

const modeName = (mode: 'webhook' | 'socket') => (mode === 'webhook' ? 'Webhook' : '长连接')
