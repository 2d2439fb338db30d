/** Every example of every command is said in the sample office; the README's table is what the code declares. */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../src/bot/command.ts'
import { hearing } from '../src/bot/hear.ts'
import { MENTION } from '../src/bot/message.ts'
import { loadRegistry } from '../src/bot/registry.ts'
import { rehearsal } from '../src/bot/rehearse.ts'
import { practiceApp } from '../src/practice.ts'
import { groups } from '../src/sample/chats.ts'
import { openWorld, personNamed, type World } from './world.ts'

const registry = await loadRegistry(
  new URL('../commands/', import.meta.url),
  new URL('../src/jobs/', import.meta.url),
)
const all = [...registry.commands].flatMap(([file, those]) =>
  those.map((command) => ({ file, command })),
)

/** Who says which example, where it is neither the 督查室's nor that of those who carry the matter. */
const speakers: [RegExp, string, string?][] = [
  [/^销号/, '李明远'],
  [/^(审定|退回)讲评/, '李明远'],
  [/^异议/, '李娜'],
  [/^每日条数/, '马晓东'],
  [/^(登记|绑定|专班)/, '马晓东', '督办工作群'],
  [/^规则 改/, '马晓东'],
  [/^例会 新建/, '刘洋'],
  [/^意见归口/, '马晓东'],
  [/^(未送达|重发|已送达|不再发送)/, '马晓东'],
  [/^日报 (新建|村镇银行 停)/, '李明远'],
  [/^日报/, '江晓辉'],
  [/^(次月计划(?! 汇总)|报次月计划)/, '杜建华'],
  [/^简报/, '李明远'],
  [/^批示/, '李明远'],
  [/^交办.*特急/, '李明远'],
  [/^(挂起|恢复)/, '郑国栋'],
]

describe('every example', () => {
  let world: World
  let hear: ReturnType<typeof hearing>
  beforeAll(async () => {
    world = await openWorld({ story: true })
    hear = hearing(rehearsal(world.ground.bot.office))
  }, 120_000)
  afterAll(() => world.close())

  test.each(
    all.flatMap(({ file, command }) => command.examples.map((example) => [example, file] as const)),
  )('%s (commands/%s.ts) is understood and acts', async (example, file) => {
    const heard = await say(example)
    expect(heard.reply).not.toMatch(/还缺|没有看懂|没有听懂/)
    // What nobody has asked for yet in the sample office is refused in words, never misunderstood.
    const refusable =
      /^(异议|答复异议|审定讲评|退回讲评|台账导入 确认|周交办 确认|撤销|销假|登记(?: 放假通知)? 确认|销号|能办|不予办理|立项|恢复|已联系|已答复|回访|全部立项|议定|改议定|不立项|重发|已送达|不再发送)/.test(
        example,
      )
    expect(heard.outcome, `${file}: ${heard.reply}`).toBe(refusable ? 'refused' : 'acted')
  })

  async function say(example: string) {
    const { office } = world.ground.bot
    const directory = await office.store.look((store) => office.directory(store))
    const [, who = '陈静', where] = speakers.find(([word]) => word.test(example)) ?? []
    const matter = await numbered(example)
    const head = directory.units.get(matter?.lead ?? 0)?.head ?? null
    const carrier = /^(报|延期|说不|提级|风险报备|更正) /.test(example)
      ? (matter?.handler ?? null)
      : /^(办结|分办|签收|签收并分办|退签|免协) /.test(example)
        ? head
        : null
    const openId =
      carrier === null ? personNamed(who).openId : directory.people.get(carrier)!.openId!
    const mentions: { openId: string; name: string; tenant: string }[] = []
    const text = example.replace(/@([\p{Script=Han}]{2,3})/gu, (_, name: string) => {
      mentions.push({ openId: personNamed(name).openId, name, tenant: practiceApp.tenant })
      return String.fromCodePoint(MENTION + mentions.length - 1)
    })
    return hear({
      kind: 'said',
      key: `msg:${example}`,
      at: world.ground.clock.now(),
      sender: { openId, tenant: practiceApp.tenant },
      chat: where ? { kind: 'group', id: groups.supervision } : { kind: 'private' },
      message: `om_${example}`,
      parents: [],
      text,
      mentions,
      addressed: true,
    })
  }

  async function numbered(example: string) {
    const id = Number(/^\D+(\d+)/.exec(example)?.[1])
    return id ? world.ground.bot.office.store.look((store) => store.matters.get(id)) : undefined
  }
})

/** The table between the README's two marks, as the code declares it. */
function commandTable(those: { file: string; command: Command }[]): string {
  const rows = those.map(
    ({ file, command }) =>
      `| \`${file}\` | ${[command.name, ...command.aliases].join('、')} | ${command.summary} | \`${command.examples[0]}\` | ${command.who.label} |`,
  )
  return ['| 文件 | 说法 | 用途 | 例 | 谁可以说 |', '|---|---|---|---|---|', ...rows].join('\n')
}

test('the README lists the commands as they are', () => {
  const readme = readFileSync('README.md', 'utf8')
  const marked = /<!-- commands -->\n([\s\S]*?)<!-- \/commands -->/
  const table = `${commandTable(all)}\n`
  if (process.env.UPDATE)
    writeFileSync(
      'README.md',
      readme.replace(marked, `<!-- commands -->\n${table}<!-- /commands -->`),
    )
  else expect(marked.exec(readme)?.[1]).toBe(table)
})
