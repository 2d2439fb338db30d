import { ClockFace } from './clock-face.tsx'
import { PANELS, side } from './panels.ts'
import { useSignal } from './signal.ts'
import type { World } from './world.ts'

/** The bar on top: what this is, what time it is here, and the doors to the side panels. */
export function TopBar({ world }: { world: World }) {
  const open = useSignal(side)
  const active = world.faults.filter((fault) => fault.times !== 0).length
  return (
    <header class="bar">
      <h1 class="brand">
        <span class="brand-mark" aria-hidden="true" />
        督办<span class="brand-sub">练习场</span>
      </h1>
      <ClockFace world={world} />
      <nav class="doors" aria-label="面板">
        {PANELS.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            class={`door ${open === name ? 'door-open' : ''}`}
            aria-pressed={open === name}
            onClick={() => side.set(open === name ? undefined : name)}
          >
            {label}
            {name === 'faults' && active > 0 && <span class="count">{active}</span>}
          </button>
        ))}
      </nav>
    </header>
  )
}
