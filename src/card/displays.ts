/** The components of a card that only show something. */
import type {
  Align,
  Icon,
  JsonObject,
  MarkText,
  Placed,
  PlainText,
  TagColor,
  TextSize,
  VerticalAlign,
} from './parts.ts'

/** A line or paragraph of text. */
export interface Div extends Placed {
  tag: 'div'
  text: PlainText | MarkText
  icon?: Icon
  width?: string
}

/** Markdown as we write it ourselves. */
export interface Markdown extends Placed {
  tag: 'markdown'
  content: string
  text_align?: Align
  text_size?: TextSize
  icon?: Icon
}

export interface Rule extends Placed {
  tag: 'hr'
}

/** A column of a table; `name` is the key of its cells in the rows. */
export interface TableColumn {
  name: string
  display_name?: string
  data_type: 'text' | 'lark_md' | 'options' | 'number' | 'persons' | 'date' | 'markdown'
  width?: string
  horizontal_align?: Align
  vertical_align?: VerticalAlign
  format?: { symbol?: string; precision?: number; separator?: boolean }
  date_format?: string
}

/** A cell: text, a number (a date in milliseconds), coloured tags, or open_ids. */
type Cell = string | number | { text: string; color?: TagColor }[] | string[]

/** Stands at the root of the card only. */
export interface Table extends Placed {
  tag: 'table'
  page_size?: number
  row_height?: string
  row_max_height?: string
  freeze_first_column?: boolean
  header_style?: {
    text_align?: Align
    text_size?: 'normal' | 'heading'
    background_style?: 'grey' | 'none'
    text_color?: 'default' | 'grey'
    bold?: boolean
    lines?: number
  }
  columns: TableColumn[]
  rows: { [name: string]: Cell }[]
}

export interface Chart extends Placed {
  tag: 'chart'
  /** A VChart specification without functions. */
  chart_spec: JsonObject
  aspect_ratio?: '1:1' | '2:1' | '4:3' | '16:9'
  color_theme?: string
  preview?: boolean
  height?: string
}

interface Person extends Placed {
  tag: 'person'
  user_id: string
  size?: 'extra_small' | 'small' | 'medium' | 'large'
  show_avatar?: boolean
  show_name?: boolean
  style?: 'normal' | 'capsule'
}

interface PersonList extends Placed {
  tag: 'person_list'
  persons: { id: string }[]
  size?: 'extra_small' | 'small' | 'medium' | 'large'
  lines?: number
  show_avatar?: boolean
  show_name?: boolean
  drop_invalid_user_id?: boolean
  icon?: Icon
}

interface Image extends Placed {
  tag: 'img'
  img_key: string
  alt?: PlainText
  title?: PlainText
  scale_type?: 'crop_center' | 'crop_top' | 'fit_horizontal'
  size?: string
  corner_radius?: string
  preview?: boolean
  transparent?: boolean
}

interface ImageCombination extends Placed {
  tag: 'img_combination'
  combination_mode: 'double' | 'triple' | 'bisect' | 'trisect'
  img_list: { img_key: string }[]
  corner_radius?: string
  combination_transparent?: boolean
}

interface Audio extends Placed {
  tag: 'audio'
  file_key: string
}

/** Every component that can only be looked at. */
export type AnyDisplay =
  | Div
  | Markdown
  | Rule
  | Table
  | Chart
  | Person
  | PersonList
  | Image
  | ImageCombination
  | Audio
