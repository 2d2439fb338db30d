/** One cell of a table: what we hold, and what a spreadsheet file holds. */
import { type Day, isDay } from '../domain/time/day.ts'

/** Text, a number, a day (`2026-12-05`) or nothing. */
export type Cell = string | number | Day | null

/** What a spreadsheet file can hold in a cell; a Date stands at midnight UTC of its day. */
type Stored = string | number | boolean | Date | null

/** The longest text of a cell, by Excel's own limit. */
const LONGEST_TEXT = 32_767

/** A value as the file may carry it: no characters XML forbids, no carriage returns, no text longer than a cell; days as dates where asked. */
export function writtenCell(cell: Cell, asDate = false): Stored {
  if (typeof cell !== 'string')
    return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell
  if (asDate && isDay(cell)) return new Date(Date.parse(cell))
  if (cell === '') return null
  // `_x0041_` is the file format's own escape for a character; typed text of that shape is escaped in turn.
  const text = cell.replaceAll(/\r\n?/g, '\n').replaceAll(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
  const fits = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text
  return fits.replaceAll(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
}

/** A stored value as we read it: dates as days (with `HH:MM` when they carry a time), empty text as nothing. */
export function readCell(value: Stored): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (!(value instanceof Date)) return value
  if (Number.isNaN(value.getTime())) return '######'
  // Fractions of a day come with errors of some milliseconds.
  const iso = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString()
  const [day = '', clock = ''] = [iso.slice(0, -14), iso.slice(-13, -8)]
  if (value.getUTCFullYear() < 1900) return clock
  return clock === '00:00' ? day : `${day} ${clock}`
}
