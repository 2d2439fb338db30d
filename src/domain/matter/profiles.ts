/** The rules a new office begins with; it may change every one (domain.md B.2: a profile, not constants). */
import { type Profile, usualLadder, usualPath } from './profile.ts'

const usual: Omit<Profile, 'name' | 'about'> = {
  aliases: [],
  sources: [],
  sourced: false,
  kind: 'calendar',
  roll: true,
  cutoff: '16:30',
  sign: 1,
  steps: [],
  limits: {},
  path: usualPath,
  extension: { times: 2, until: null },
  plan: false,
  four: false,
  ladder: [...usualLadder],
}

/** 限期: only the matter's own date counts; what every matter runs on unless something else is said. */
export const OWN_DATE = '限期'

/** The table of domain.md B.1 to B.6 and E.4. */
export const usualProfiles: readonly Profile[] = [
  { ...usual, name: OWN_DATE, about: '只按写明的时限办理' },
  {
    ...usual,
    name: '13710',
    about: '当天研究部署，3天内首次反馈，7天内办结；重大复杂的1个月内办结；跟踪到底、销号清零',
    sources: ['批转', '党组'],
    sourced: true,
    sign: null,
    steps: [
      { name: '研究部署', days: 0, ends: 'deploy' },
      { name: '首次反馈', days: 3, ends: 'feedback' },
    ],
    limits: { 一般: { days: 7 }, 重大复杂: { months: 1 } },
    plan: true,
  },
  {
    ...usual,
    name: '710',
    about: '7天内办结；重大复杂的1个月内拿出结果；销号清零',
    limits: { 一般: { days: 7 }, 重大复杂: { months: 1 } },
  },
  {
    ...usual,
    name: '周交办',
    about: '每周交办，下次例会前交卷',
    sources: ['周交办'],
    limits: { 一般: { meeting: true }, 重大复杂: { meeting: true } },
  },
  {
    ...usual,
    name: '立行立改',
    about: '发现的问题当天整改，一条消息办结销号',
    sign: null,
    limits: { 一般: { days: 0 } },
    path: { asks: 'handler', review: 'assigner', short: true },
    extension: { times: 0, until: null },
  },
  {
    ...usual,
    name: '限期整改',
    about: '整改事项，目标、责任、时限、标准四定齐全',
    sources: ['整改', '巡察'],
    four: true,
  },
  {
    ...usual,
    name: '例会议定',
    about: '例会议定事项，按会上定的时限，未定的到下次例会',
    aliases: ['议定'],
    sources: ['例会'],
    limits: { 一般: { meeting: true }, 重大复杂: { meeting: true } },
  },
  {
    ...usual,
    name: '窗口',
    about: '窗口诉求：简单3个、一般5个、重大复杂10个工作日办结',
    sources: ['窗口'],
    kind: 'workday',
    steps: [{ name: '当天联系', days: 0, ends: 'contact' }],
    limits: { 简单: { days: 3 }, 一般: { days: 5 }, 重大复杂: { days: 10 } },
  },
  {
    ...usual,
    name: '说不',
    about: '说“不”提级：局内2个工作日答复',
    sources: ['说不'],
    kind: 'workday',
    sign: null,
    limits: { 一般: { days: 2 } },
    extension: { times: 0, until: null },
  },
  {
    ...usual,
    name: '督办单',
    about: '三色督办单：由人开具，按单上写明的时限',
    aliases: ['三色督办'],
  },
]

/** The profiles of an office, found by name or by how people say it. */
export type Profiles = ReadonlyMap<string, Profile>

/** The house's profiles with an office's own over them. */
export function profilesOf(own: readonly Profile[]): Profiles {
  const all = new Map(usualProfiles.map((profile) => [profile.name, profile]))
  for (const profile of own) all.set(profile.name, profile)
  return all
}

/** The profile a matter runs on; one that an office has done away with since leaves the matter its own dates. */
export function profileOf(matter: { profile: string }, profiles: Profiles): Profile {
  return profiles.get(matter.profile) ?? { ...usual, name: matter.profile, about: '' }
}
