import { useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { callbackOf, useTap } from './context.ts'
import { useField } from './fields.ts'
import { list, object, text } from './json.ts'
import { Words } from './text.tsx'

/** checker: a task with a tick box and up to three buttons; without a callback the tick stays on this screen. */
export function Checker({ node }: { node: Record<string, unknown> }) {
  const field = useField(node)
  const { pending, tap } = useTap(node)
  const [own, setOwn] = useState<boolean | undefined>()
  const checked = Boolean((field ? field.value : own) ?? node.checked)
  const callback = callbackOf(node)
  const name = text(node.name)
  const tick = async (next: boolean) => {
    if (field) return field.set(next)
    setOwn(next)
    if (!callback) return
    await tap({ tag: 'checker', ...(name && { name }), ...callback, checked: next })
    setOwn(undefined)
  }
  const struck = checked && object(node.checked_style).show_strikethrough === true
  return (
    <div class="checker">
      <label class={struck ? 'struck' : ''}>
        <input
          type="checkbox"
          checked={checked}
          disabled={node.disabled === true || pending}
          onChange={(event) => tick(event.currentTarget.checked)}
        />
        <span>
          <Words node={node.text} />
        </span>
      </label>
      {list(object(node.button_area).buttons).map((button, i) => (
        <Button key={i} node={object(button)} />
      ))}
    </div>
  )
}
