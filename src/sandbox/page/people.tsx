import { useEffect, useRef, useState } from 'preact/hooks'
import type { Person } from '../protocol.ts'
import { Avatar } from './avatar.tsx'
import { chatOf, type Place, privateChat } from './chats.ts'
import { wide } from './panels.ts'
import { lastChat, recent } from './places.ts'
import { seen, unread } from './seen.ts'
import { signal, useSignal } from './signal.ts'
import { goTo } from './store.ts'
import type { World } from './world.ts'

/** Whether the list of people is open. */
export const choosing = signal(false)

interface Shelf {
  name: string
  people: Person[]
}

/** The list of people one can be: who has news, who was lately used, who is suggested, then by department. */
export function PeopleBox({ world, place }: { world: World; place: Place }) {
  const open = useSignal(choosing)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    if (!open || !dialog) return
    dialog.showModal()
    if (wide()) dialog.querySelector('input')?.focus()
    // Only the shade around the box is the dialog itself: a click there closes it, as Escape does.
    dialog.addEventListener('click', (event) => event.target === dialog && choosing.set(false))
  }, [open])
  if (!open) return null
  return (
    <dialog ref={box} class="box people" aria-label="切换身份" onCancel={() => choosing.set(false)}>
      <People world={world} place={place} />
    </dialog>
  )
}

function People({ world, place }: { world: World; place: Place }) {
  const [asked, ask] = useState('')
  const lately = useSignal(recent)
  const read = useSignal(seen)
  const waiting = (person: Person) =>
    unread(world, read, person.openId, privateChat(world, person.openId))
  const shelves = asked.trim()
    ? [{ name: '搜索结果', people: found(world, asked.trim()) }]
    : arranged(world, lately, waiting)
  const choose = (person: Person) => {
    choosing.set(false)
    // Where he was last, else the chat one is in, else his private chat.
    const wish = { as: person.openId, chat: lastChat(person.openId) ?? place.chat }
    goTo(chatOf(world, wish) ? wish : { as: person.openId, chat: 'bot' })
  }
  return (
    <>
      <div class="people-head">
        <h2>以谁的身份练习</h2>
        <button type="button" class="plain" aria-label="关闭" onClick={() => choosing.set(false)}>
          ×
        </button>
        <input
          type="search"
          class="field"
          placeholder="搜索姓名、科室、职务"
          aria-label="搜索姓名、科室、职务"
          value={asked}
          onInput={(event) => ask(event.currentTarget.value)}
        />
      </div>
      <div class="people-list">
        {shelves.map(({ name, people }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <ul>
              {people.map((person) => (
                <li key={person.openId}>
                  <button
                    type="button"
                    class={`person-line ${person.openId === place.as ? 'line-current' : ''}`}
                    onClick={() => choose(person)}
                  >
                    <Avatar id={person.openId} name={person.name} />
                    <span class="line-words">
                      <span class="line-name">{person.name}</span>
                      <span class="faint">{person.title}</span>
                    </span>
                    {waiting(person) > 0 && <span class="dot">{waiting(person)}</span>}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {asked.trim() && shelves[0]?.people.length === 0 && <p class="nothing">没有找到此人</p>}
      </div>
    </>
  )
}

function found(world: World, asked: string): Person[] {
  const parts = asked.split(/\s+/)
  return [...world.people.values()].filter((person) =>
    parts.every((part) => `${person.name} ${person.title}`.includes(part)),
  )
}

function arranged(world: World, lately: string[], waiting: (person: Person) => number): Shelf[] {
  const everybody = [...world.people.values()]
  const known = (ids: string[]) => [...new Set(ids)].flatMap((id) => world.people.get(id) ?? [])
  const suggested = known(world.tries.map((one) => one.as))
  const departments = new Map<string, Person[]>()
  for (const person of everybody) {
    const name = departmentOf(person)
    departments.set(name, [...(departments.get(name) ?? []), person])
  }
  return [
    { name: '有新消息', people: everybody.filter((person) => waiting(person) > 0) },
    { name: '最近', people: known(lately) },
    { name: '建议', people: suggested.filter((person) => !lately.includes(person.openId)) },
    ...[...departments].map(([name, people]) => ({ name, people })),
  ].filter((shelf) => shelf.people.length > 0)
}

/** The department stands before the space in a title: 预算科 科长. */
function departmentOf(person: Person): string {
  const [department = '', rest] = person.title.trim().split(/\s+/)
  return rest === undefined ? '局领导' : department
}
