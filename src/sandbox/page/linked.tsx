import { Lit } from './lit.tsx'
import { anyOf } from './mentions.ts'
import { safeUrl } from './url.ts'
import type { World } from './world.ts'

/** Plain words with line breaks, where mentions of known names and web addresses stand out. */
export function Linked({ text, world }: { text: string; world: World }) {
  return (
    <>
      {text.split(marksOf(world)).map((part, i) => {
        if (i % 2 === 0) return <Lit key={i} text={part} />
        if (part.startsWith('@'))
          return (
            <span key={i} class="at">
              {part}
            </span>
          )
        const href = safeUrl(part)
        return href ? (
          <a key={i} href={href} target="_blank" rel="noreferrer">
            {part}
          </a>
        ) : (
          part
        )
      })}
    </>
  )
}

/** One pattern for as long as the same people are there. */
const patterns = new WeakMap<object, RegExp>()

function marksOf(world: World): RegExp {
  const known = patterns.get(world.people)
  if (known) return known
  const names = [world.bot.name, '所有人', ...[...world.people.values()].map(({ name }) => name)]
  const marks = new RegExp(`(@(?:${anyOf(names)})|https?://[^\\s，。；、）》”]+)`)
  patterns.set(world.people, marks)
  return marks
}
