/** The office's hours, a setting of the unit. */

/** Clock times `HH:MM` at which the office opens and closes, with the pause at noon between. */
export interface OfficeHours {
  open: string
  noon: string
  back: string
  close: string
}

/** 09:00–12:00 and 14:00–18:00. */
export const usualHours: OfficeHours = {
  open: '09:00',
  noon: '12:00',
  back: '14:00',
  close: '18:00',
}

/** The minutes after midnight of a clock time `HH:MM`. */
export function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

/** The clock time `HH:MM` of minutes after midnight, 24:00 included. */
export function clockText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
