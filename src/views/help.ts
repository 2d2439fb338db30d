/** 帮助: what you may say, with examples; and the words of welcome in a new group. */
import { button, buttons, card, note, panel, text } from '../card/build.ts'
import type { Card } from '../card/types.ts'

export interface HelpEntry {
  name: string
  aliases: readonly string[]
  summary: string
  examples: readonly string[]
  who: string
}

/** All the words a person may say: what he does most in the open, the rest one tap away. */
export function helpCard(groups: { about: string; entries: HelpEntry[] }[]): Card {
  const lines = (entries: HelpEntry[]) =>
    entries.map((one) => text(`${one.name}　${one.summary}\n例：${one.examples[0]}`))
  const [first, ...rest] = groups.filter(({ entries }) => entries.length > 0)
  return card({
    title: '可以对我说',
    color: 'blue',
    elements: [
      ...lines(first?.entries ?? []),
      ...rest.map(({ about, entries }) =>
        panel(`${about}（${entries.map((one) => one.name).join('、')}）`, lines(entries)),
      ),
      buttons([button({ text: '我的待办', say: '待办' }), button({ text: '例会', say: '例会' })]),
      note('私聊直接说，群里请先 @我；也可以直接回复卡片。说“帮助 交办”看更多例子。'),
    ],
  })
}

/** One word with its synonyms, its examples, and who may say it. */
export function helpOnCard(entry: HelpEntry): Card {
  const also = entry.aliases.length > 0 ? `也可以说：${entry.aliases.join('、')}\n` : ''
  return card({
    title: entry.name,
    subtitle: entry.summary,
    color: 'blue',
    elements: [
      text(`${also}谁可以说：${entry.who}`),
      ...entry.examples.map((example) => text(`例：${example}`)),
    ],
  })
}

/** What it says before it goes from a group with people of other houses in it. */
export const outsideLines = (): string[] => [
  '本群有单位以外的人员，督办事项不在这里说，机器人现在退出。请在单位内部的群里使用，或与我私聊。',
]

/** What the bot says when it comes into a group. */
export function welcomeCard(office: string): Card {
  return card({
    title: '督办',
    color: 'blue',
    elements: [
      text('我记督办台账、数工作日、到时提醒、自动生成例会议程。一句话就能用，不用填表。'),
      text('绑定本群：@我 绑定 科室名（管理员说）。\n查看用法：@我 帮助。'),
      note(`不签到、不积分、不排名，不统计谁说了多少话。意见和投诉请说“意见”，由${office}答复。`),
      buttons([button({ text: '帮助', say: '帮助' })]),
    ],
  })
}
