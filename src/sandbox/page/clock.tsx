import { useState } from 'preact/hooks'
import {
  dayText,
  fieldInstant,
  fieldText,
  isoDay,
  nextFriday,
  nextHour,
  onDay,
  timeText,
} from './calendar.ts'
import { useNow } from './clock-face.tsx'
import { signal, useSignal } from './signal.ts'
import { toast } from './toast.tsx'
import { act } from './wire.ts'
import type { World } from './world.ts'

const DAY = 86_400_000

/** Where the clock is being turned to; kept outside the panel, which may be closed meanwhile. */
const heading = signal<number | undefined>(undefined)

/** The clock one can turn forward; what falls due on the way happens in order. */
export function Clock({ world }: { world: World }) {
  const now = useNow(world)
  const goal = useSignal(heading)
  const [chosen, choose] = useState('')
  const busy = world.turning || goal !== undefined
  const turn = async (to: number) => {
    if (!(to > now)) return toast('warning', '练习时间只能前进，请选择更晚的时间')
    heading.set(to)
    const answer = await act('clock', { to })
    heading.set(undefined)
    if (!answer.ok) toast('error', answer.error)
  }
  const steps: [string, number][] = [
    ['下一个整点', nextHour(now)],
    ['明早 8:20', onDay(now, 1, 8, 20)],
    ['到周五 17:00', nextFriday(now)],
    ['+1天', now + DAY],
    ['+3天', now + 3 * DAY],
  ]
  return (
    <div class="side-body">
      <p class="clock-time">
        <strong>{timeText(now)}</strong>
        <span>
          {isoDay(now).slice(0, 4)}年{dayText(now)}
        </span>
      </p>
      <p class="faint">练习时间只能前进，不能倒退。途中到期的提醒、简报和例会材料会依次发生。</p>
      <div class="clock-steps">
        {steps.map(([label, to]) => (
          <button key={label} type="button" class="btn" disabled={busy} onClick={() => turn(to)}>
            <span>{label}</span>
            <span class="faint">
              {dayText(to)} {timeText(to)}
            </span>
          </button>
        ))}
      </div>
      <label class="clock-own">
        <span>自选时间</span>
        <span class={`input dated ${chosen ? '' : 'dated-empty'}`} data-hint="选择日期和时间">
          <input
            type="datetime-local"
            class="field"
            min={fieldText(now)}
            value={chosen}
            onInput={(event) => choose(event.currentTarget.value)}
          />
        </span>
      </label>
      <button
        type="button"
        class="btn btn-primary"
        disabled={busy || !chosen}
        onClick={() => turn(fieldInstant(chosen))}
      >
        拨到所选时间
      </button>
      <p class="clock-progress" role="status">
        {busy &&
          `正在推进${goal ? `至 ${dayText(goal)} ${timeText(goal)}` : ''}，现在 ${dayText(now)} ${timeText(now)}`}
      </p>
    </div>
  )
}
