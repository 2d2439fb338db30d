import { Lit } from '../lit.tsx'
import { MarkdownText } from '../markdown/view.tsx'
import { colour } from './colour.ts'
import { useCard } from './context.ts'
import { list, number, object, text, words } from './json.ts'

/** The platform's names of text sizes and the class that draws each. */
const SIZES: Record<string, string> = {
  'heading-0': 's30',
  'heading-1': 's24',
  'heading-2': 's20',
  'heading-3': 's18',
  'heading-4': 's16',
  heading: 's16',
  normal: 's14',
  notation: 's12',
  'xxxx-large': 's30',
  'xxx-large': 's24',
  'xx-large': 's20',
  'x-large': 's18',
  large: 's16',
  medium: 's14',
  small: 's12',
  'x-small': 's12',
}
const ALIGNS: Record<string, string> = { center: 'a-center', right: 'a-right' }

/** The words of a text object: plain_text as it is, lark_md and markdown drawn. */
export function Words({ node }: { node: unknown }) {
  const { tag } = object(node)
  const content = words(node)
  if (tag === 'lark_md' || tag === 'markdown') return <MarkdownText content={content} />
  return <Lit text={content} />
}

/** A block of text with its size, colour, alignment and number of lines. */
function TextBlock({ node }: { node: Record<string, unknown> }) {
  const { sizes } = useCard()
  const size = text(node.text_size)
  const lines = number(node.lines, 0)
  const classes = [
    'text',
    SIZES[sizes[size] ?? size] ?? 's14',
    ALIGNS[text(node.text_align)] ?? '',
    `ink-${colour(node.text_color, 'default')}`,
    lines > 0 ? 'clamped' : '',
  ]
  return (
    <div class={classes.join(' ')} style={lines > 0 ? { WebkitLineClamp: lines } : undefined}>
      <Words node={node} />
    </div>
  )
}

/** div: a text and pairs of short fields; a bare plain_text is drawn the same way. */
export function Div({ node }: { node: Record<string, unknown> }) {
  const fields = list(node.fields).map(object)
  return (
    <div class="div">
      {node.tag === 'plain_text' && <TextBlock node={node} />}
      {words(node.text) && <TextBlock node={object(node.text)} />}
      {fields.length > 0 && (
        <div class="fields">
          {fields.map((field, i) => (
            <div key={i} class={field.is_short ? 'field-short' : 'field-long'}>
              <TextBlock node={object(field.text)} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** markdown: rich text of the bot's own making. */
export function Markdown({ node }: { node: Record<string, unknown> }) {
  return <TextBlock node={{ ...node, tag: 'markdown' }} />
}

/** hr: a thin line. */
export function Rule() {
  return <hr class="rule" />
}
