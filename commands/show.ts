/** 查、历史、为什么: one matter by number, or those that fit; its life line by line; where its dates come from. */

import { findMatters } from '../src/bot/finding.ts'
import { historyOf, sendHistory } from '../src/bot/history.ts'
import {
  about,
  aboutMe,
  anyone,
  command,
  Declined,
  matter,
  matterOrReplied,
  oneOf,
  optional,
  page,
  remark,
  type Spoken,
  wondering,
} from '../src/bot/index.ts'
import { causesOf, restraintSaid, toldOf } from '../src/bot/reasons.ts'
import { sought } from '../src/bot/slots/sought.ts'
import { profileOf } from '../src/domain/matter/profiles.ts'
import type { Person } from '../src/domain/people/person.ts'
import { historyCard } from '../src/views/history.ts'
import { listCard } from '../src/views/list.ts'
import { causesCard, whyCard } from '../src/views/why.ts'

const showing = command({
  name: '查',
  aliases: ['详情', '查看', '查询', '查找', '搜索'],
  also: /^(?:查一?查(?!看)|看(?:一?看|一?下)?(?=\s*(?:#\s?|第\s?)?\d{1,7}(?:号(?![楼文])|\s*$)))(?=\s*\S)/,
  about: '查看',
  summary: '按编号、关键词、人员、科室或依据文号查事项，办结的也能查到',
  says: ['{matter}', '', '{page} {about} {words}', '{sought}'],
  slots: {
    matter: matterOrReplied,
    page,
    about,
    words: remark,
    sought: { ...sought, absent: () => null },
  },
  who: anyone,
  examples: ['查 3', '查 专项债券'],
  async run(turn, filled) {
    const { matter, about } = filled
    const words = (filled.sought ?? filled.words).replace(/^(?:依据|文号|来源)[:：\s]*(?=\S)/u, '')
    if (!words && !about) {
      if (!matter)
        throw new Declined('E-SAY-1', '还缺：事项编号或关键词。', ['查 3', '查 专项债券'])
      return { line: `${matter.id}号 ${matter.title}`, matter, fresh: true }
    }
    const found = await findMatters(turn, { about, words }, filled.page)
    const [only] = found.rows
    if (found.total === 1 && only) return { line: '查到1件：', matter: only.matter, fresh: true }
    const name = about && ('unit' in about ? about.unit.name : spoken(turn, about.person))
    const asked = [name ?? '', words].filter(Boolean).join(' ')
    const title = `查“${asked}”`
    const card = listCard({ ...found, title, say: `查 ${asked}` }, turn)
    return {
      line: `${title}：${found.total}件`,
      card,
      private: true,
      page: filled.page > 1 || found.total > found.rows.length,
    }
  },
})

/** A person as the next page's sentence names him, with his unit where two have the name. */
function spoken({ directory }: Spoken, { name, unit }: Person): string {
  return directory.named(name).length > 1 ? `${directory.unitName(unit)}${name}` : name
}

const history = command({
  name: '历史',
  aliases: ['经过', '办理经过'],
  about: '查看',
  summary: '看一件事从交办到销号的每一步，可导出存证',
  says: ['{matter} {page} {file}', '{page} {file}', '{file} {matter}'],
  slots: { matter, page, file: optional(oneOf('导出', ['导出', '下载'])) },
  who: anyone,
  examples: ['历史 3', '历史 3 导出'],
  async run(turn, { matter, page, file }) {
    if (file) {
      await sendHistory(turn, matter)
      return { line: `${matter.id}号历史已私聊发给您，可用 duban verify --file 核对。` }
    }
    const { lines, broken } = await historyOf(turn, matter)
    const card = historyCard({ matter, lines, broken, page }, turn.directory)
    return { line: `${matter.id}号 历史${lines.length}条`, card, private: true, page: true }
  },
})

const why = command({
  name: '为什么',
  aliases: ['为何', '为啥'],
  about: '查看',
  summary: '看一件事的时限和提醒是怎么算的；“为什么提醒我”看最近的消息为何发给您',
  says: ['{me}', '{matter} {wondering}'],
  slots: {
    me: aboutMe,
    matter: matterOrReplied,
    wondering,
  },
  who: anyone,
  examples: ['为什么 3', '为什么提醒我'],
  async run(turn, { matter }) {
    const restraint = await restraintSaid(turn)
    if (matter) {
      const told = await toldOf(turn, matter)
      const profile = profileOf(matter, turn.profiles)
      const card = whyCard(matter, { profile, told, restraint }, turn)
      return { line: `${matter.id}号的时限和提醒`, card, private: true }
    }
    const causes = await causesOf(turn)
    if (causes.length === 0) return { line: '最近没有主动发给您的消息。', private: true }
    return {
      line: '最近的消息为什么发给您',
      card: causesCard(causes, restraint, turn),
      private: true,
    }
  },
})

export default [showing, history, why]
