import { useEffect, useRef, useState } from 'preact/hooks'
import { safeUrl } from '../url.ts'
import { callbackOf, openLink, useTap } from './context.ts'
import { list, object, text, words } from './json.ts'

/** overflow: further buttons folded away behind 更多. */
export function Overflow({ node }: { node: Record<string, unknown> }) {
  const { pending, tap } = useTap(node)
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    const folded = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false)
    document.addEventListener('pointerdown', outside)
    document.addEventListener('keydown', folded)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('keydown', folded)
    }
  }, [open])
  const choose = (option: Record<string, unknown>) => {
    setOpen(false)
    const links = object(option.multi_url)
    const href = safeUrl(text(links.pc_url) || text(links.url) || text(option.url))
    if (href) openLink(href)
    const callback = callbackOf(node) ?? (href ? undefined : {})
    const name = text(node.name)
    if (callback)
      tap({ tag: 'overflow', ...(name && { name }), ...callback, option: text(option.value) })
  }
  return (
    <div ref={root} class="overflow">
      <button
        type="button"
        class="btn"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-busy={pending}
        disabled={pending || node.disabled === true}
        onClick={() => setOpen(!open)}
      >
        更多
      </button>
      {open && (
        <div class="choices-list" role="menu">
          {list(node.options)
            .map(object)
            .map((option, i) => (
              <button
                key={i}
                type="button"
                role="menuitem"
                class="option"
                onClick={() => choose(option)}
              >
                {words(option.text) || text(option.text)}
              </button>
            ))}
        </div>
      )}
    </div>
  )
}
