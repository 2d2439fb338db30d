import { signal } from './signal.ts'

/** The side panels, in the order of their doors. */
export const PANELS = [
  { name: 'tries', label: '试一试' },
  { name: 'clock', label: '时钟' },
  { name: 'inspector', label: '检查器' },
  { name: 'faults', label: '故障' },
] as const

/** The name of a side panel. */
export type PanelName = (typeof PANELS)[number]['name']

/** Whether a side panel stands beside the conversation instead of covering it. */
export function wide(): boolean {
  return matchMedia('(min-width: 1100px)').matches
}

/** Which side panel is open; on a wide screen a newcomer finds the suggestions open. */
export const side = signal<PanelName | undefined>(wide() ? 'tries' : undefined)
