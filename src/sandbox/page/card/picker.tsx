import { useState } from 'preact/hooks'
import { callbackOf, useTap } from './context.ts'
import { type FieldValue, initialOf, placeholderOf, useField, zoned } from './fields.ts'
import { text } from './json.ts'
import { Labelled } from './labelled.tsx'

const TYPES: Record<string, 'date' | 'time' | 'datetime-local'> = {
  date_picker: 'date',
  picker_time: 'time',
  picker_datetime: 'datetime-local',
}

/** date_picker, picker_time, picker_datetime: the browser's own field; alone it sends when confirmed. */
export function DatePicker({ node }: { node: Record<string, unknown> }) {
  const field = useField(node)
  const { pending, tap } = useTap(node)
  const [own, setOwn] = useState<FieldValue | undefined>()
  const value = String((field ? field.value : own) ?? initialOf(node))
  const tag = text(node.tag)
  const callback = callbackOf(node)
  const name = text(node.name)
  const send = async () => {
    await tap({ tag, ...(name && { name }), ...callback, option: zoned(value) })
    setOwn(undefined)
  }
  return (
    <Labelled node={node} missing={field?.missing ?? false}>
      <span class={`input dated ${value ? '' : 'dated-empty'}`} data-hint={placeholderOf(node)}>
        <input
          type={TYPES[tag] ?? 'date'}
          class="field"
          value={value}
          disabled={node.disabled === true || pending}
          aria-label={placeholderOf(node)}
          aria-invalid={field?.missing ?? false}
          title={placeholderOf(node)}
          onInput={(event) => (field?.set ?? setOwn)(event.currentTarget.value)}
        />
        {!field && callback && own !== undefined && (
          <button type="button" class="btn btn-small" disabled={pending || !value} onClick={send}>
            确定
          </button>
        )}
      </span>
    </Labelled>
  )
}
