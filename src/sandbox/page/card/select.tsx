import { useState } from 'preact/hooks'
import type { World } from '../world.ts'
import { type Choice, Choices } from './choices.tsx'
import { callbackOf, type OnCard, useCard, useTap } from './context.ts'
import { initialOf, placeholderOf, useField } from './fields.ts'
import { list, object, text, words } from './json.ts'
import { Labelled } from './labelled.tsx'

/** The four selects: one or several of the card's options, or people (the chat's members where none are named). */
export function Select({ node }: { node: Record<string, unknown> }) {
  const card = useCard()
  const field = useField(node)
  const { pending, tap } = useTap(node)
  // What was chosen and is on its way: the answer decides, a bare one takes it back, as on the platform.
  const [chosen, choose] = useState<string | string[] | undefined>()
  const tag = text(node.tag)
  const many = tag.startsWith('multi_')
  const value = (field ? field.value : chosen) ?? initialOf(node)
  const callback = callbackOf(node)
  const name = text(node.name)
  const pick = async (next: string[]) => {
    const one = next[0] ?? ''
    if (field) return field.set(many ? next : one)
    choose(many ? next : one)
    if (!callback) return
    const what = many ? { options: next } : { option: one }
    await tap({ tag, ...(name && { name }), ...callback, ...what })
    choose(undefined)
  }
  return (
    <Labelled node={node} missing={field?.missing ?? false}>
      <Choices
        choices={tag.endsWith('person') ? people(card, node) : options(node)}
        value={Array.isArray(value) ? value : value ? [String(value)] : []}
        many={many}
        placeholder={placeholderOf(node)}
        disabled={node.disabled === true || pending}
        onPick={pick}
      />
    </Labelled>
  )
}

function options(node: Record<string, unknown>): Choice[] {
  return list(node.options).map((option) => {
    const { value, text: label } = object(option)
    return { value: text(value), label: words(label) || text(label) || text(value), hint: '' }
  })
}

function people({ world, chat }: OnCard, node: Record<string, unknown>): Choice[] {
  const named = list(node.options).map((option) => text(object(option).value))
  const known = [...new Set(named)].filter((id) => world.people.has(id))
  return (known.length > 0 ? known : chat.members).flatMap((id) => person(world, id))
}

function person(world: World, id: string): Choice[] {
  const one = world.people.get(id)
  return one ? [{ value: id, label: one.name, hint: one.title }] : []
}
