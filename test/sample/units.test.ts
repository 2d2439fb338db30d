import { describe, expect, it } from 'vitest'
import { chats } from '../../src/sample/chats.ts'
import { meetings } from '../../src/sample/meetings.ts'
import { people, personOf } from '../../src/sample/people.ts'
import { taskForces } from '../../src/sample/task-forces.ts'
import { unitOf, units } from '../../src/sample/units.ts'

const ofKind = (kind: string) => units.filter((one) => one.kind === kind)

describe('the units of the sample office', () => {
  it('are the leaders, twelve departments, the 督查室 and seven task forces', () => {
    expect(ofKind('leaders')).toHaveLength(1)
    expect(ofKind('department')).toHaveLength(12)
    expect(ofKind('office').map((one) => one.name)).toEqual(['督查室'])
    expect(ofKind('task_force')).toHaveLength(7)
    expect(() => unitOf('无此科')).toThrow('无此科')
  })

  it('share no name or alias', () => {
    const words = units.flatMap((one) => [one.name, ...one.aliases])
    expect(new Set(words).size).toBe(words.length)
  })

  it('are the homes of all people', () => {
    for (const one of people) expect(unitOf(one.unit).kind).not.toBe('task_force')
  })

  it('are headed by one of their own and charged to a leader', () => {
    for (const one of units) {
      expect(['principal', 'leader']).toContain(personOf(one.charge).post)
      if (one.kind !== 'task_force') expect(personOf(one.head).unit).toBe(one.name)
      if (one.kind === 'department') expect(personOf(one.head).post).toBe('head')
      if (one.parent) expect(unitOf(one.parent).kind).toBe('department')
    }
  })

  it('leave the man of discipline without a department in his charge', () => {
    expect(units.some((one) => one.charge === 'gaojianping')).toBe(false)
  })
})

describe('the task forces', () => {
  it('seat seventy different people, ten each, from several home units', () => {
    for (const force of taskForces) {
      expect(force.members).toHaveLength(10)
      const homes = force.members.map((key) => personOf(key).unit)
      expect(homes).not.toContain('局领导')
      expect(new Set(homes).size).toBeGreaterThan(1)
    }
    expect(new Set(taskForces.flatMap((force) => force.members)).size).toBe(70)
  })

  it('are led by the six leaders and one 处级', () => {
    const leaders = taskForces.map((force) => personOf(force.head))
    expect(new Set(leaders.map((one) => one.key)).size).toBe(7)
    expect(leaders.filter((one) => one.post === 'division')).toHaveLength(1)
  })
})

describe('the weekly meetings', () => {
  it('are five on Monday, at different times, and the bureau leads the one on enterprises', () => {
    expect(meetings).toHaveLength(5)
    expect(meetings.every((one) => one.weekday === 1)).toBe(true)
    expect(new Set(meetings.map((one) => one.time)).size).toBe(5)
    const led = meetings.filter((one) => one.bureau === 'lead')
    expect(led.map((one) => one.name)).toEqual(['服务企业周例会'])
  })

  it('name leaders, units and a secretary of the office', () => {
    for (const one of meetings) {
      expect(one.time).toMatch(/^\d\d:\d\d$/)
      expect(personOf(one.leader).unit).toBe('局领导')
      expect(personOf(one.secretary).roles).toContain('secretary')
      for (const name of [one.lead, ...one.support]) expect(unitOf(name).name).toBe(name)
      expect(one.support).not.toContain(one.lead)
    }
  })

  it('are bound to the group that is bound to them', () => {
    for (const one of meetings)
      if (one.chat)
        expect(chats.find((chat) => chat.id === one.chat)?.meeting, one.name).toBe(one.name)
    expect(chats.filter((chat) => chat.meeting)).toHaveLength(2)
  })
})

describe('the groups', () => {
  it('are fourteen, with different ids and names, and members who exist', () => {
    expect(chats).toHaveLength(14)
    expect(new Set(chats.map((chat) => chat.id)).size).toBe(14)
    expect(new Set(chats.map((chat) => chat.name)).size).toBe(14)
    for (const chat of chats) {
      expect(chat.id).toMatch(/^oc_[0-9a-f]{32}$/)
      expect(new Set(chat.members).size).toBe(chat.members.length)
      for (const key of chat.members) expect(personOf(key).key).toBe(key)
    }
  })

  it('hold everybody of the department, and everybody seated in the task force', () => {
    for (const chat of chats) {
      if (!chat.unit) continue
      const unit = unitOf(chat.unit)
      const own =
        unit.kind === 'department'
          ? people.filter((one) => one.unit === unit.name).map((one) => one.key)
          : unit.members
      expect(chat.members, chat.name).toEqual(expect.arrayContaining([unit.head, ...own]))
    }
  })
})
