import { useContext } from 'preact/hooks'
import { callbackOf, linkOf, openLink, useTap } from './context.ts'
import { FormContext } from './fields.ts'
import { text, words } from './json.ts'

const TYPES: Record<string, string> = {
  primary: 'btn-outline-primary',
  danger: 'btn-outline-danger',
  text: 'btn-text',
  primary_text: 'btn-text-primary',
  danger_text: 'btn-text-danger',
  primary_filled: 'btn-primary',
  danger_filled: 'btn-danger',
  laser: 'btn-laser',
}
const SIZES: Record<string, string> = { tiny: 'btn-small', small: 'btn-small', large: 'btn-large' }

/** button: calls back, opens an address, or submits or resets the form around it; waits for the answer. */
export function Button({ node }: { node: Record<string, unknown> }) {
  const form = useContext(FormContext)
  const { pending, tap } = useTap(node)
  const kind = formAction(node)
  const disabled = node.disabled === true
  const tips = words(disabled ? node.disabled_tips : node.hover_tips)
  const press = async () => {
    if (kind === 'reset') return form?.reset()
    const href = linkOf(node)
    if (href) openLink(href)
    const callback = callbackOf(node)
    const name = text(node.name)
    if (kind === 'submit' && form) {
      const values = form.submit()
      if (!values) return
      const action = { tag: 'button', ...(name && { name }), ...callback, form: values }
      if (await tap(action)) form.sent()
    } else if (callback) await tap({ tag: 'button', ...(name && { name }), ...callback })
  }
  return (
    <button
      type="button"
      class={`btn ${TYPES[text(node.type)] ?? ''} ${SIZES[text(node.size)] ?? ''} ${node.width === 'fill' ? 'btn-fill' : ''}`}
      disabled={disabled || pending}
      aria-busy={pending}
      title={tips || undefined}
      onClick={press}
    >
      {pending && <span class="spinner" aria-hidden="true" />}
      {words(node.text) || '按钮'}
    </button>
  )
}

/** What a button does to its form, in the new spelling or the old one. */
function formAction(node: Record<string, unknown>): string {
  return text(node.form_action_type) || text(node.action_type).replace(/^form_/, '')
}
