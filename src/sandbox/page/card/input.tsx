import { useState } from 'preact/hooks'
import { callbackOf, useTap } from './context.ts'
import { type FieldValue, initialOf, placeholderOf, useField } from './fields.ts'
import { number, text, words } from './json.ts'
import { Labelled } from './labelled.tsx'

interface LineProps {
  class: string
  placeholder: string
  value: string
  disabled: boolean
  'aria-label': string
  'aria-invalid': boolean
  maxLength?: number
}

const noop = () => {}

/** input: one line, several, or a password; alone it sends with Enter or its small button. */
export function Input({ node }: { node: Record<string, unknown> }) {
  const field = useField(node)
  const { pending, tap } = useTap(node)
  const [own, setOwn] = useState<FieldValue>(initialOf(node))
  const value = String(field ? (field.value ?? '') : own)
  const set = field?.set ?? setOwn
  const limit = number(node.max_length, 0)
  const label = words(node.label)
  const callback = callbackOf(node)
  const name = text(node.name)
  const send = () => {
    if (callback && value.trim())
      tap({ tag: 'input', ...(name && { name }), ...callback, input: value })
  }
  const shared = {
    class: 'field',
    placeholder: placeholderOf(node),
    value,
    disabled: node.disabled === true || pending,
    'aria-label': label || placeholderOf(node),
    'aria-invalid': field?.missing ?? false,
    ...(limit > 0 && { maxLength: limit }),
  }
  const many = node.input_type === 'multiline_text'
  return (
    <Labelled node={node} missing={field?.missing ?? false}>
      <span class="input">
        {many ? (
          <textarea
            {...shared}
            rows={number(node.rows, 3)}
            onInput={(event) => set(event.currentTarget.value)}
          />
        ) : (
          <OneLine
            secret={node.input_type === 'password'}
            {...shared}
            onEnter={field ? noop : send}
            onText={set}
          />
        )}
        {limit > 0 && value.length > limit * 0.8 && (
          <span class="faint">
            {value.length}/{limit}
          </span>
        )}
        {!field && callback && (
          <button
            type="button"
            class="btn btn-small"
            disabled={pending || !value.trim()}
            onClick={send}
          >
            提交
          </button>
        )}
      </span>
    </Labelled>
  )
}

function OneLine(
  props: LineProps & { secret: boolean; onEnter: () => void; onText: (text: string) => void },
) {
  const { secret, onEnter, onText, ...shared } = props
  const given = {
    ...shared,
    onInput: (event: { currentTarget: HTMLInputElement }) => onText(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing) onEnter()
    },
  }
  return secret ? <input type="password" {...given} /> : <input type="text" {...given} />
}
