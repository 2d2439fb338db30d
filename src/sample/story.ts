/** The first twelve matters of the sample office, told by those who say the sentences. */
import { closing } from './story-closing.ts'
import { handingDown } from './story-handing-down.ts'
import type { SampleLine } from './story-line.ts'
import { underWay } from './story-under-way.ts'

/** Everything that was said, in the order of time; matter n is the n-th 交办. */
export const story: readonly SampleLine[] = [...handingDown, ...underWay, ...closing].sort(
  (one, other) => one.day - other.day || minutesOf(one.clock) - minutesOf(other.clock),
)

/** A sentence with its placeholders filled: `dayAt(5)` gives the day five working days after today as `M月D日`. */
export function spoken(say: string, dayAt: (workingDays: number) => string): string {
  return say.replaceAll(/\{([+-]\d+)\}/g, (_, days: string) => dayAt(Number(days)))
}

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
