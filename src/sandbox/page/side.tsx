import { Clock } from './clock.tsx'
import { Faults } from './faults.tsx'
import { Inspector } from './inspector.tsx'
import { PANELS, type PanelName, side } from './panels.ts'
import { Tries } from './tries.tsx'
import type { World } from './world.ts'

/** The open side panel. */
export function Side({ world, open }: { world: World; open: PanelName }) {
  const label = PANELS.find((panel) => panel.name === open)?.label
  return (
    <aside class={`side side-${open}`} aria-label={label}>
      <div class="side-head">
        <h2>{label}</h2>
        <button
          type="button"
          class="plain"
          aria-label="关闭面板"
          onClick={() => side.set(undefined)}
        >
          ×
        </button>
      </div>
      {open === 'tries' && <Tries world={world} />}
      {open === 'clock' && <Clock world={world} />}
      {open === 'inspector' && <Inspector world={world} />}
      {open === 'faults' && <Faults world={world} />}
    </aside>
  )
}
