/** What the keeper's check can learn from the platform itself: credentials, the bot, the app's permissions. */
import { Undelivered } from '../bot/message.ts'
import type { Api } from './api.ts'
import { botOf } from './contacts.ts'
import { fields, list, word } from './loose.ts'

/** One thing looked at; the hint says what to do and is '' when all is well. */
interface Fact {
  what: string
  ok: boolean
  hint: string
}

/** Each need, and the permissions of which any one serves (feishu-platform.md 2.1, 4.4). */
const NEEDS: { what: string; any: string[] }[] = [
  { what: '以机器人身份发消息', any: ['im:message:send_as_bot', 'im:message'] },
  { what: '接收单聊消息', any: ['im:message.p2p_msg:readonly', 'im:message.p2p_msg'] },
  {
    what: '接收群聊中@机器人的消息',
    any: [
      'im:message.group_at_msg:readonly',
      'im:message.group_at_msg',
      'im:message.group_at_msg.include_bot:readonly',
    ],
  },
  { what: '上传和下载文件', any: ['im:resource'] },
  { what: '读取群信息', any: ['im:chat:readonly', 'im:chat'] },
  { what: '读取群成员', any: ['im:chat:readonly', 'im:chat.members:read', 'im:chat'] },
  { what: '接收进群退群事件', any: ['im:chat.members:bot_access', 'im:chat:readonly', 'im:chat'] },
  { what: '接收表情和撤回事件', any: ['im:message:readonly', 'im:message'] },
  { what: '以表情作答', any: ['im:message.reactions:write_only', 'im:message'] },
  { what: '按手机号查找人员', any: ['contact:user.id:readonly'] },
]

const BOT_ON = 2
const HINTS: Record<string, string> = {
  '10003': '应用凭证有误：请核对 FEISHU_APP_ID 与 FEISHU_APP_SECRET',
  '10014': '应用凭证有误：请核对 FEISHU_APP_ID 与 FEISHU_APP_SECRET',
  '99991401': '本机出口地址不在应用的 IP 白名单内：请在开放平台“安全设置”中添加',
  '99991403': '本月接口调用次数已用完：请升级飞书版本或待下月恢复',
  '99991662': '应用已停用：请在管理后台启用',
  '99991672': '应用缺少此项权限：请在开放平台“权限管理”中申请并发布新版本',
  '99991673': '应用未安装到本单位：请发布版本并经管理员审核',
  '230006': '应用未开启机器人能力：请在开放平台“添加应用能力”中开启并发布新版本',
}

/** Asks the platform what it knows of this app. Never rejects: what could not be asked is a fact that is not ok. */
export async function checkApp(api: Api): Promise<Fact[]> {
  try {
    const bot = await botOf(api)
    const on = bot.openId !== '' && (bot.status ?? BOT_ON) === BOT_ON
    const hint = on ? '' : '机器人未启用：请在开放平台开启机器人能力，发布版本并经管理员审核'
    return [good('应用凭证'), { what: '机器人能力', ok: on, hint }, ...(await permissions(api))]
  } catch (error) {
    return [bad('应用凭证', error)]
  }
}

async function permissions(api: Api): Promise<Fact[]> {
  try {
    const answer = await api.call({ method: 'GET', path: 'application/v6/scopes', again: true })
    const granted = new Set(
      list(fields(answer.data).scopes)
        .map(fields)
        .filter((scope) => scope.grant_status === 1)
        .map((scope) => word(scope.scope_name)),
    )
    return NEEDS.map(({ what, any }) => {
      const ok = any.some((scope) => granted.has(scope))
      return { what, ok, hint: ok ? '' : `缺少权限 ${any[0]}：请申请并发布新版本` }
    })
  } catch (error) {
    return [bad('应用权限', error)]
  }
}

function good(what: string): Fact {
  return { what, ok: true, hint: '' }
}

function bad(what: string, error: unknown): Fact {
  const code = error instanceof Undelivered ? error.code : 'fault'
  return { what, ok: false, hint: HINTS[code] ?? `未能查询（代码 ${code}）：请检查网络与应用设置` }
}
