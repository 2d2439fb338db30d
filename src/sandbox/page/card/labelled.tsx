import type { ComponentChildren } from 'preact'
import { words } from './json.ts'

/** A field with its label, the mark of a required one, and a word where it is missing. */
export function Labelled(props: {
  node: Record<string, unknown>
  missing: boolean
  children: ComponentChildren
}) {
  const { node, missing, children } = props
  const label = words(node.label)
  const side = node.label_position === 'left' ? 'labelled-left' : ''
  return (
    <div class={`labelled ${side} ${node.width === 'fill' ? 'labelled-fill' : ''}`}>
      {label && (
        <span class="label">
          {label}
          {node.required === true && (
            <span class="star" aria-hidden="true">
              *
            </span>
          )}
        </span>
      )}
      {children}
      {missing && (
        <span class="missing" role="alert">
          此项必填
        </span>
      )}
    </div>
  )
}
