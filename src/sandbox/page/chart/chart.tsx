import type { ComponentType } from 'preact'
import { Bars } from './bars.tsx'
import { Lines } from './lines.tsx'
import { Pie } from './pie.tsx'
import { CircularProgress, LinearProgress } from './progress.tsx'

type Drawn = ComponentType<{ spec: Record<string, unknown> }>

/** The chart types the page draws, by their VChart names. */
export const CHARTS = new Map<string, Drawn>([
  ['bar', Bars],
  ['line', Lines],
  ['area', Lines],
  ['pie', Pie],
  ['linearProgress', LinearProgress],
  ['circularProgress', CircularProgress],
])
