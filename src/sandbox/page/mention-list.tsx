import { useEffect, useRef } from 'preact/hooks'
import type { Mention } from './mentions.ts'

/** The people one can mention, above the composer; `pick` is the one Enter takes. */
export function MentionList(props: {
  found: Mention[]
  pick: number
  onTake: (mention: Mention) => void
}) {
  const { found, pick, onTake } = props
  const picked = useRef<HTMLDivElement>(null)
  useEffect(() => picked.current?.scrollIntoView({ block: 'nearest' }), [pick])
  return (
    <div class="mention-list" role="listbox" aria-label="提及">
      {found.map((mention, i) => (
        <div
          key={mention.id}
          ref={i === pick ? picked : null}
          role="option"
          tabIndex={-1}
          aria-selected={i === pick}
          // The field must not lose the keyboard before the tap counts.
          onMouseDown={(event) => {
            event.preventDefault()
            onTake(mention)
          }}
        >
          <span>{mention.label}</span>
          <span class="faint">{mention.title}</span>
        </div>
      ))}
    </div>
  )
}
