/** Attributes of the components that hold others (官方组件文档“容器”). */
import {
  align,
  behaviors,
  confirm,
  icon,
  layout,
  multiUrl,
  padding,
  panelTitle,
  placed,
  spacing,
  tips,
  verticalAlign,
} from './parts.ts'
import type { Fields, Spec } from './spec.ts'
import { elements, filled, flag, list, need, object, pixels, whole, word } from './spec.ts'

const color: Spec = { kind: 'color' }

const action: Spec = object({ multi_url: multiUrl })

const column: Fields = {
  ...placed,
  ...layout,
  background_style: color,
  width: pixels(16, 600, 'auto', 'weighted'),
  weight: whole(1, 5),
  action,
  elements,
}

/** The attributes of each container, by tag. */
export const containers: { [tag: string]: Fields } = {
  column_set: {
    ...placed,
    horizontal_spacing: spacing,
    horizontal_align: align,
    flex_mode: word('none', 'stretch', 'flow', 'bisect', 'trisect'),
    background_style: color,
    action,
    columns: need(list({ kind: 'tagged', tags: { column } })),
  },
  form: {
    ...placed,
    ...layout,
    name: need({ ...filled, rule: 'form-name' }),
    elements: need(elements),
  },
  collapsible_panel: {
    ...placed,
    ...layout,
    expanded: flag,
    background_color: color,
    header: need(
      object({
        title: panelTitle,
        background_color: color,
        vertical_align: verticalAlign,
        padding,
        position: word('top', 'bottom'),
        width: word('fill', 'auto', 'auto_when_fold'),
        icon: icon({ size: { kind: 'measure', px: [1, 999], times: [2] } }),
        icon_position: word('left', 'right', 'follow_text'),
        icon_expanded_angle: word(-180, -90, 90, 180),
      }),
    ),
    border: object({ color, corner_radius: pixels(0, 9999) }),
    elements,
  },
  interactive_container: {
    ...placed,
    ...layout,
    width: pixels(16, 999, 'fill', 'auto'),
    height: pixels(10, 999, 'auto'),
    background_style: { kind: 'color', words: ['laser'] },
    has_border: flag,
    border_color: color,
    corner_radius: { kind: 'measure', px: [0, 9999], percent: [0, 100] },
    behaviors: need(behaviors),
    confirm,
    hover_tips: tips,
    disabled: flag,
    disabled_tips: tips,
    elements: need(elements),
  },
}
