import { useEffect, useState } from 'preact/hooks'
import { dayText, isoDay, timeText } from './calendar.ts'
import { side } from './panels.ts'
import type { World } from './world.ts'

/** Practice time in milliseconds, running on between the street's words, drawn anew every second. */
export function useNow(world: World): number {
  const [, redraw] = useState(0)
  useEffect(() => {
    const beat = setInterval(() => redraw((n) => n + 1), 1000)
    return () => clearInterval(beat)
  }, [])
  return world.turning ? world.now : world.now + (performance.now() - world.heardAt)
}

/** The practice time in the bar; opens the clock. */
export function ClockFace({ world }: { world: World }) {
  const now = useNow(world)
  return (
    <button type="button" class="face" aria-label="练习时间" onClick={() => side.set('clock')}>
      <span class="face-label">练习时间</span>
      <time dateTime={isoDay(now)}>
        {isoDay(now).slice(0, 4)}年{dayText(now)} {timeText(now)}
      </time>
      {world.turning && <span class="face-turning">时间推进中</span>}
    </button>
  )
}
