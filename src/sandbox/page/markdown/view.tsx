import { useMemo } from 'preact/hooks'
import { dayText, isoDay, timeText } from '../calendar.ts'
import { colour } from '../card/colour.ts'
import { useCard } from '../card/context.ts'
import { PersonChip } from '../card/person.tsx'
import { nameOf } from '../chats.ts'
import { Lit } from '../lit.tsx'
import { blocks } from './block.ts'
import type { Block, Inline } from './tree.ts'

/** Markdown drawn from its tree: text goes in as text nodes only, addresses only when http or https. */
export function MarkdownText({ content }: { content: string }) {
  const tree = useMemo(() => blocks(content), [content])
  return (
    <div class="md">
      <Blocks blocks={tree} />
    </div>
  )
}

function Blocks({ blocks }: { blocks: Block[] }) {
  return (
    <>
      {blocks.map((block, i) => (
        <BlockView key={i} block={block} />
      ))}
    </>
  )
}

/** Below the card's own title, which is an h3. */
const HEADINGS = ['h4', 'h5'] as const

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Line inside={block.inside} />
        </p>
      )
    case 'heading': {
      const Heading = HEADINGS[block.level - 1] ?? 'h6'
      return (
        <Heading class={`md-h md-h${Math.min(block.level, 4)}`}>
          <Line inside={block.inside} />
        </Heading>
      )
    }
    case 'rule':
      return <hr class="rule" />
    case 'code':
      return <pre class="md-code">{block.text}</pre>
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} />
        </blockquote>
      )
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Blocks blocks={item} />
        </li>
      ))
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <div class="table-scroll">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, i) => (
                  <th key={i} scope="col">
                    <Line inside={cell} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, i) => (
                <tr key={i}>
                  {block.head.map((_, j) => (
                    <td key={j}>
                      <Line inside={row[j] ?? []} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

function Line({ inside }: { inside: Inline[] }) {
  return (
    <>
      {inside.map((piece, i) => (
        <Piece key={i} piece={piece} />
      ))}
    </>
  )
}

function Piece({ piece }: { piece: Inline }) {
  const { world } = useCard()
  switch (piece.kind) {
    case 'text':
      return <Lit text={piece.text} />
    case 'break':
      return <br />
    case 'rule':
      return <span class="rule-inline" />
    case 'bold':
      return (
        <strong>
          <Line inside={piece.inside} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <Line inside={piece.inside} />
        </em>
      )
    case 'strike':
      return (
        <del>
          <Line inside={piece.inside} />
        </del>
      )
    case 'code':
      return <code>{piece.text}</code>
    case 'link':
      return (
        <a href={piece.href} target="_blank" rel="noreferrer">
          <Line inside={piece.inside} />
        </a>
      )
    case 'font':
      return (
        <span class={`ink-${colour(piece.colour, 'default')}`}>
          <Line inside={piece.inside} />
        </span>
      )
    case 'tag':
      return (
        <span class={`tag tag-${colour(piece.colour, 'neutral')}`}>
          <Line inside={piece.inside} />
        </span>
      )
    case 'at': {
      const names = piece.ids.map((id) => `@${id === 'all' ? '所有人' : nameOf(world, id)}`)
      return <span class="at">{names.join(' ')}</span>
    }
    case 'person':
      return <PersonChip world={world} id={piece.ids[0] ?? ''} picture name />
    case 'number':
      return <span class="number-tag">{piece.text}</span>
    case 'time':
      return <time>{moment(piece.at, piece.format)}</time>
    case 'image':
      return <span class="picture">{piece.alt || '图片'}</span>
  }
}

/** local_datetime: the platform's formats, in Beijing time. */
function moment(at: number, format: string): string {
  if (!Number.isFinite(at)) return ''
  if (format === 'date_num') return isoDay(at)
  if (format === 'date_short' || format === 'date') return dayText(at).split(' ')[0] ?? ''
  if (format === 'week') return dayText(at).split(' ')[1] ?? ''
  if (format === 'time') return timeText(at)
  if (format === 'timezone') return 'GMT+8'
  return `${dayText(at)} ${timeText(at)}`
}
