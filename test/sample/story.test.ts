import { describe, expect, it } from 'vitest'
import { chats } from '../../src/sample/chats.ts'
import { people, personOf } from '../../src/sample/people.ts'
import { spoken, story } from '../../src/sample/story.ts'
import type { SampleLine } from '../../src/sample/story-line.ts'
import { taskForces } from '../../src/sample/task-forces.ts'
import { unitOf, units } from '../../src/sample/units.ts'

interface Told {
  unit: string
  by: string
  due: number
  carriers: Set<string>
  state: 'assigned' | 'signed' | 'in progress' | 'close requested' | 'completed' | 'closed out'
  reports: number
  returned: number
  extension: boolean
}

const mentioned = (say: string) => /@\[(\w+)\]/.exec(say)?.[1]

/** The lead unit of an assignment: the unit named, the task force of the group, or the person's home. */
function leadUnit(line: SampleLine): string {
  const person = mentioned(line.say)
  if (!person) return line.say.split(' ')[1]!
  const bound = chats.find((chat) => chat.id === line.in)?.unit
  return taskForces.some((force) => force.name === bound) ? bound! : personOf(person).unit
}

/** Plays the story by the transition table of domain.md D.2, knowing only its sentences. */
function play(): Told[] {
  const told: Told[] = []
  for (const line of story) {
    const [verb, no] = line.say.split(' ')
    if (verb === '交办') {
      const unit = leadUnit(line)
      const due = Number(/\{([+-]\d+)\}/.exec(line.say)?.[1])
      const inside = unitOf(unit).head === line.as
      const by = line.as
      const carriers = new Set(inside ? [mentioned(line.say)!] : [])
      const state = inside ? ('in progress' as const) : ('assigned' as const)
      told.push({ unit, by, due, carriers, state, reports: 0, returned: 0, extension: false })
      const person = personOf(by)
      const leads = person.post === 'principal' || person.post === 'leader'
      expect(leads || person.roles.includes('supervisor') || inside, line.say).toBe(true)
      expect(due, line.say).toBeGreaterThan(line.day)
      continue
    }
    if (verb === '报议题' || verb === '意见' || verb === '日报') continue
    const it = told[Number(no) - 1]!
    expect(it, `${line.say} before its 交办`).toBeDefined()
    const head = unitOf(it.unit).head
    const supervisor = personOf(line.as).roles.includes('supervisor')
    const step = {
      签收: () => {
        const liaison = personOf(line.as)
        const may = liaison.roles.includes('liaison') && liaison.unit === it.unit
        expect(line.as === head || may, line.say).toBe(true)
        expect(it.state).toBe('assigned')
        it.state = 'signed'
      },
      分办: () => {
        expect(line.as, line.say).toBe(head)
        expect(it.state).toBe('signed')
        it.carriers.add(mentioned(line.say)!)
        it.state = 'in progress'
      },
      报: () => {
        expect([...it.carriers], line.say).toContain(line.as)
        expect(it.state).toBe('in progress')
        it.reports++
      },
      延期: () => {
        expect([...it.carriers, head], line.say).toContain(line.as)
        expect(line.day).toBeLessThan(it.due)
        expect(Number(/\{([+-]\d+)\}/.exec(line.say)?.[1])).toBeGreaterThan(it.due)
        it.extension = true
      },
      协办: () => {
        expect(line.as, line.say).toBe(head)
        expect(it.state).toBe('in progress')
      },
      催办: () => expect(supervisor, line.say).toBe(true),
      办结: () => {
        expect(line.as, line.say).toBe(head)
        expect(it.state).toBe('in progress')
        it.state = 'close requested'
      },
      同意: () => {
        expect(supervisor, line.say).toBe(true)
        expect(it.state).toBe('close requested')
        it.state = 'completed'
      },
      退回: () => {
        expect(supervisor, line.say).toBe(true)
        expect(it.state).toBe('close requested')
        it.state = 'in progress'
        it.returned++
      },
      销号: () => {
        expect(line.as, line.say).toBe(it.by)
        expect(it.state).toBe('completed')
        it.state = 'closed out'
      },
    }[verb!]
    expect(step, line.say).toBeDefined()
    step?.()
  }
  return told
}

describe('the story of the first twelve matters', () => {
  it('keeps the order of time, within office hours, before today', () => {
    const moments = story.map((line) => {
      expect(line.clock).toMatch(/^\d{1,2}:\d\d$/)
      const [hour, minute] = line.clock.split(':').map(Number) as [number, number]
      expect(hour * 60 + minute, line.say).toBeGreaterThanOrEqual(8 * 60 + 30)
      expect(hour * 60 + minute, line.say).toBeLessThan(18 * 60)
      expect(line.day).toBeLessThan(0)
      return line.day * 1440 + hour * 60 + minute
    })
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(new Set(moments).size).toBe(moments.length)
  })

  it('is said by people in groups they belong to, about people who exist', () => {
    for (const line of story) {
      expect(people.some((one) => one.key === line.as)).toBe(true)
      if (line.in !== 'bot')
        expect(chats.find((chat) => chat.id === line.in)?.members, line.say).toContain(line.as)
      for (const [, key] of line.say.matchAll(/@\[(\w+)\]/g)) expect(personOf(key!).key).toBe(key)
    }
  })

  it('obeys the table of transitions and the rights of those who speak', () => {
    expect(play()).toHaveLength(12)
  })

  it('shows every state once at least', () => {
    const told = play()
    const numbers = (which: (one: Told) => boolean) =>
      told.flatMap((one, at) => (which(one) ? [at + 1] : []))
    const open = (one: Told) => one.state !== 'closed out'
    expect(numbers((one) => one.state === 'assigned')).toEqual([11])
    expect(numbers((one) => one.state === 'signed')).toEqual([10])
    expect(numbers((one) => one.state === 'close requested')).toEqual([1])
    expect(numbers((one) => one.state === 'closed out')).toEqual([2, 7])
    expect(numbers((one) => open(one) && one.due < 0)).toEqual([4])
    expect(numbers((one) => open(one) && one.due === 1)).toEqual([3])
    expect(numbers((one) => one.returned === 1)).toEqual([6])
    expect(numbers((one) => one.extension)).toEqual([8])
    expect(numbers((one) => one.state === 'in progress' && one.reports > 1)).toEqual([3, 4])
  })

  it('hands matters to units, to persons, inside a unit, and to a task force', () => {
    const told = play()
    expect(told[0]?.unit).toBe('金融科')
    expect(told[8]).toMatchObject({ unit: '农业农村科', by: 'yinjianye', state: 'in progress' })
    expect(unitOf(told[11]!.unit).kind).toBe('task_force')
  })

  it('raises topics only for meetings and only from liaisons, heads and handlers', () => {
    const raised = story.filter((line) => line.say.startsWith('报议题'))
    expect(raised).toHaveLength(2)
    for (const line of raised) {
      const meeting = line.say.split(' ')[1]
      expect(chats.find((chat) => chat.id === line.in)?.meeting).toBe(meeting)
      const heads = units.some((unit) => unit.head === line.as)
      expect(heads || personOf(line.as).roles.includes('liaison')).toBe(true)
    }
  })

  it('writes days as M月D日 where the script counts working days', () => {
    const dayAt = (days: number) => `${days > 0 ? 12 : 11}月${Math.abs(days)}日`
    expect(spoken('延期 8 到{+7} 等批复', dayAt)).toBe('延期 8 到12月7日 等批复')
    expect(spoken('交办 预算科 复核 {-2}', dayAt)).toBe('交办 预算科 复核 11月2日')
    for (const line of story) expect(spoken(line.say, dayAt)).not.toMatch(/[{}]/)
  })
})
