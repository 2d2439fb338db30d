import { Lit } from '../lit.tsx'
import { colour } from './colour.ts'
import { list, object, text, words } from './json.ts'
import { Words } from './text.tsx'

/** A card's header: title, subtitle and up to three tags on the colour of its template. */
export function CardHeader({ header }: { header: Record<string, unknown> }) {
  if (!words(header.title)) return null
  const tags = list(header.text_tag_list).map(object)
  const subtitle = words(header.subtitle)
  return (
    <header class={`card-header header-${colour(header.template, 'default')}`}>
      <div class="card-title-row">
        <h3 class="card-title">
          <Words node={header.title} />
        </h3>
        {tags.map((tag, i) => (
          <span key={i} class={`tag tag-${colour(tag.color, 'blue')}`}>
            <Lit text={words(tag.text) || text(tag.text)} />
          </span>
        ))}
      </div>
      {subtitle && <p class="card-subtitle">{subtitle}</p>}
    </header>
  )
}
