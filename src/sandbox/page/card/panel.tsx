import { useState } from 'preact/hooks'
import { colour } from './colour.ts'
import { useCard } from './context.ts'
import { object, text } from './json.ts'
import { Words } from './text.tsx'

/** collapsible_panel: a title that shows or hides what is below it. */
export function Panel({ node }: { node: Record<string, unknown> }) {
  const { draw } = useCard()
  const [open, setOpen] = useState(node.expanded === true)
  const header = object(node.header)
  const tint = text(header.background_color)
  return (
    <div class={`panel ${Object.keys(object(node.border)).length > 0 ? 'panel-bordered' : ''}`}>
      <button
        type="button"
        class={`panel-title ${tint ? `fill-${colour(tint, 'grey')}` : ''}`}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span class={`arrow ${open ? 'arrow-open' : ''}`} aria-hidden="true" />
        <span>
          <Words node={header.title} />
        </span>
      </button>
      {open && <div class="panel-body">{draw(node.elements)}</div>}
    </div>
  )
}
