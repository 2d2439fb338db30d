import { Avatar } from '../avatar.tsx'
import type { World } from '../world.ts'
import { useCard } from './context.ts'
import { list, object, text } from './json.ts'

/** A person's picture and name inside a card; an id the platform does not know is 未知用户. */
export function PersonChip(props: { world: World; id: string; picture: boolean; name: boolean }) {
  const { world, id, picture, name } = props
  const words = world.people.get(id)?.name ?? '未知用户'
  return (
    <span class="person">
      {picture && <Avatar id={id} name={words} small />}
      {name && <span>{words}</span>}
    </span>
  )
}

/** person: one person; shows the picture unless told otherwise, the name on request. */
export function PersonTag({ node }: { node: Record<string, unknown> }) {
  const { world } = useCard()
  return (
    <PersonChip
      world={world}
      id={text(node.user_id)}
      picture={node.show_avatar !== false}
      name={node.show_name === true || node.show_avatar === false}
    />
  )
}

/** person_list: several people in a row. */
export function PersonList({ node }: { node: Record<string, unknown> }) {
  const { world } = useCard()
  const ids = list(node.persons).map((person) => text(object(person).id))
  const shown = node.drop_invalid_user_id === true ? ids.filter((id) => world.people.has(id)) : ids
  return (
    <div class="people-row">
      {shown.map((id, i) => (
        <PersonChip
          key={i}
          world={world}
          id={id}
          picture={node.show_avatar !== false}
          name={node.show_name !== false}
        />
      ))}
    </div>
  )
}
