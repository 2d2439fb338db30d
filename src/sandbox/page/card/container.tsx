import { colour } from './colour.ts'
import { callbackOf, linkOf, openLink, useCard, useTap } from './context.ts'
import { text, words } from './json.ts'

/** interactive_container: components that answer to a tap as one. */
export function InteractiveContainer({ node }: { node: Record<string, unknown> }) {
  const { draw } = useCard()
  const { pending, tap } = useTap(node)
  const disabled = node.disabled === true || pending
  const fill = text(node.background_style)
  const name = text(node.name)
  const press = () => {
    if (disabled) return
    const href = linkOf(node)
    if (href) openLink(href)
    const callback = callbackOf(node)
    if (callback) tap({ tag: 'interactive_container', ...(name && { name }), ...callback })
  }
  const classes = [
    'container',
    node.has_border === true ? 'container-bordered' : '',
    fill && fill !== 'default' ? `filled fill-${colour(fill, 'grey')}` : '',
    node.direction === 'horizontal' ? 'across' : '',
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds further components, which a button element may not
    <div
      class={classes.join(' ')}
      role="button"
      tabIndex={0}
      aria-disabled={disabled}
      aria-busy={pending}
      title={words(node.disabled === true ? node.disabled_tips : node.hover_tips) || undefined}
      onClick={(event) => {
        // A button inside the container has its own tap.
        const inner = (event.target as Element).closest('button, a, input, textarea, [role=button]')
        if (inner === event.currentTarget) press()
      }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault()
          press()
        }
      }}
    >
      {draw(node.elements)}
    </div>
  )
}
