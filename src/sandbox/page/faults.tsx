import { useState } from 'preact/hooks'
import type { Fault } from '../protocol.ts'
import { toast } from './toast.tsx'
import { act } from './wire.ts'
import type { World } from './world.ts'

const TIMES = [
  { times: 1, label: '1次' },
  { times: 3, label: '3次' },
  { times: 10, label: '10次' },
  { times: -1, label: '一直' },
]

/** The faults one can switch on, each with how often it still happens. */
export function Faults({ world }: { world: World }) {
  return (
    <div class="side-body">
      <p class="faint">打开后，平台会按所选次数出现相应故障，用来看督办如何应对。</p>
      <ul class="faults">
        {world.faults.map((fault) => (
          <FaultLine key={fault.kind} fault={fault} />
        ))}
      </ul>
    </div>
  )
}

function FaultLine({ fault }: { fault: Fault }) {
  const [times, choose] = useState(1)
  const on = fault.times !== 0
  const set = async (next: number) => {
    const answer = await act('fault', { kind: fault.kind, times: next })
    if (!answer.ok) toast('error', answer.error)
  }
  return (
    <li class="fault">
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={on}
        aria-label={fault.label}
        onClick={() => set(on ? 0 : times)}
      />
      <span class="fault-label">{fault.label}</span>
      {on ? (
        <span class="fault-left">{fault.times < 0 ? '一直' : `剩余${fault.times}次`}</span>
      ) : (
        <select
          class="field field-small"
          aria-label={`${fault.label} 次数`}
          value={String(times)}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        >
          {TIMES.map((choice) => (
            <option key={choice.times} value={String(choice.times)}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}
