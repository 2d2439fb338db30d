import { useMemo } from 'preact/hooks'
import type { Chat } from '../../protocol.ts'
import type { World } from '../world.ts'
import { CardContext, type OnCard } from './context.ts'
import { Elements } from './element.tsx'
import { CardHeader } from './header.tsx'
import { object, text } from './json.ts'

const WIDTHS: Record<string, string> = { compact: 'card-compact', fill: 'card-fill' }

/** A card of JSON 2.0 as one person sees it; what it does not know it names instead of hiding. */
export function Card(props: {
  world: World
  as: string
  chat: Chat
  message: string
  card: Record<string, unknown>
}) {
  const { world, as, chat, message, card } = props
  const config = object(card.config)
  const context = useMemo<OnCard>(
    () => ({
      world,
      as,
      chat,
      message,
      sizes: sizesOf(config),
      draw: (elements) => <Elements elements={elements} />,
    }),
    [world, as, chat, message, card],
  )
  const body = object(card.body)
  return (
    <CardContext.Provider value={context}>
      <section class={`card ${WIDTHS[text(config.width_mode)] ?? ''}`} aria-label="卡片">
        <CardHeader header={object(card.header)} />
        <div class={body.direction === 'horizontal' ? 'card-body across' : 'card-body'}>
          <Elements elements={body.elements ?? card.elements} />
        </div>
      </section>
    </CardContext.Provider>
  )
}

/** `config.style.text_size`: a card's own size names, each with a default among the platform's. */
function sizesOf(config: Record<string, unknown>): Record<string, string> {
  const own = object(object(config.style).text_size)
  return Object.fromEntries(
    Object.entries(own).map(([name, size]) => [
      name,
      text(object(size).pc) || text(object(size).default),
    ]),
  )
}
