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
