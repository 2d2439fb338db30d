/** Feishu card JSON 2.0 as we write it: plain objects, ready for JSON. The checker knows the finer rules. */
import type { AnyControl } from './controls.ts'
import type { AnyDisplay } from './displays.ts'
import type {
  Behavior,
  Color,
  Confirm,
  Icon,
  Layout,
  MarkText,
  Placed,
  PlainText,
  TagColor,
  Template,
  TextSize,
  Translations,
} from './parts.ts'

export type { Button } from './controls.ts'

/** A whole card; clients from 7.20 show it, older ones only its title. */
export interface Card {
  schema: '2.0'
  config?: CardConfig
  card_link?: { url?: string; pc_url?: string; ios_url?: string; android_url?: string }
  header?: CardHeader
  body: CardBody
}

interface CardConfig {
  /** The platform patches only cards that say true here, and 2.0 knows no other value. */
  update_multi?: true
  enable_forward?: boolean
  /** Whether a forwarded copy can still be tapped. */
  enable_forward_interaction?: boolean
  width_mode?: 'default' | 'compact' | 'fill'
  /** The line shown in the list of chats. */
  summary?: { content: string; i18n_content?: Translations }
  locales?: string[]
  use_custom_translation?: boolean
  streaming_mode?: boolean
  style?: {
    text_size?: { [name: string]: { default?: TextSize; pc?: TextSize; mobile?: TextSize } }
    color?: { [name: string]: { light_mode: string; dark_mode: string } }
  }
}

interface CardHeader {
  title: PlainText | MarkText
  subtitle?: PlainText | MarkText
  /** At most three. */
  text_tag_list?: HeaderTag[]
  template?: Template
  icon?: Icon
  padding?: string
}

/** A small coloured label behind the title. */
interface HeaderTag {
  tag: 'text_tag'
  text: PlainText | MarkText
  color?: TagColor
  element_id?: string
}

interface CardBody extends Layout {
  elements: Element[]
}

/** Any component that may stand in a body or a container (a form and a table only in the body). */
export type Element =
  | AnyControl
  | AnyDisplay
  | ColumnSet
  | Form
  | CollapsiblePanel
  | InteractiveContainer

export interface ColumnSet extends Placed {
  tag: 'column_set'
  /** What narrow screens do: squeeze, stack, wrap, or two or three to a row. */
  flex_mode?: 'none' | 'stretch' | 'flow' | 'bisect' | 'trisect'
  horizontal_spacing?: string
  horizontal_align?: 'left' | 'center' | 'right'
  background_style?: string
  columns: Column[]
}

export interface Column extends Placed, Layout {
  tag: 'column'
  /** `auto`, `weighted` (by `weight`, 1 to 5) or pixels such as `80px`. */
  width?: string
  weight?: number
  background_style?: string
  elements: Element[]
}

/** Holds named controls and a submit button; what was filled in comes back together. */
export interface Form extends Placed, Layout {
  tag: 'form'
  name: string
  elements: Element[]
}

export interface CollapsiblePanel extends Placed, Layout {
  tag: 'collapsible_panel'
  expanded?: boolean
  background_color?: Color
  header: {
    title: PlainText | { tag: 'markdown'; content: string }
    background_color?: Color
    vertical_align?: 'top' | 'center' | 'bottom'
    padding?: string
    width?: 'fill' | 'auto' | 'auto_when_fold'
    icon?: Icon
    icon_position?: 'left' | 'right' | 'follow_text'
    icon_expanded_angle?: -180 | -90 | 90 | 180
  }
  border?: { color?: Color; corner_radius?: string }
  elements: Element[]
}

/** A box that is tapped as a whole. */
export interface InteractiveContainer extends Placed, Layout {
  tag: 'interactive_container'
  width?: string
  height?: string
  background_style?: string
  has_border?: boolean
  border_color?: Color
  corner_radius?: string
  behaviors: Behavior[]
  confirm?: Confirm
  hover_tips?: PlainText
  disabled?: boolean
  disabled_tips?: PlainText
  elements: Element[]
}
