/** The small parts that card components share: text objects, icons, behaviours, layout. JSON 2.0 only. */

/** Anything that JSON can carry. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A JSON object, as callback values and chart specifications are. */
export type JsonObject = { [key: string]: Json }

/** Colours of the palette that components share (a custom colour is a name from `config.style.color`). */
export type Color =
  | 'default'
  | 'blue'
  | 'wathet'
  | 'turquoise'
  | 'green'
  | 'lime'
  | 'yellow'
  | 'orange'
  | 'red'
  | 'carmine'
  | 'violet'
  | 'purple'
  | 'indigo'
  | 'grey'

/** Colours of a header's background. */
export type Template = Exclude<Color, 'lime'>

/** Colours of a tag in the header or in a table cell. */
export type TagColor = Exclude<Color, 'default' | 'grey'> | 'neutral'

/** Sizes of text; every other name shows as `normal`. */
export type TextSize =
  | 'heading-0'
  | 'heading-1'
  | 'heading-2'
  | 'heading-3'
  | 'heading-4'
  | 'heading'
  | 'normal'
  | 'notation'
  | 'xxxx-large'
  | 'xxx-large'
  | 'xx-large'
  | 'x-large'
  | 'large'
  | 'medium'
  | 'small'
  | 'x-small'

export type Align = 'left' | 'center' | 'right'

export type VerticalAlign = 'top' | 'center' | 'bottom'

/** Languages a card can be written in, with the text of each. */
export type Translations = { [locale: string]: string }

/** Text that is shown as it is; only `:OK:` style emoji are read. */
export interface PlainText {
  tag: 'plain_text'
  content: string
  element_id?: string
  text_size?: TextSize
  text_color?: Color
  text_align?: Align
  lines?: number
  i18n_content?: Translations
}

/** Text with the small Markdown (links, bold, mentions); never for words that people typed. */
export interface MarkText extends Omit<PlainText, 'tag' | 'text_color'> {
  tag: 'lark_md'
}

export type Icon =
  | { tag: 'standard_icon'; token: string; color?: string; size?: string }
  | { tag: 'custom_icon'; img_key: string; size?: string }

/** The question asked before a tap counts. */
export interface Confirm {
  title: PlainText
  text: PlainText
}

/** What a tap does: tell us (the value must be an object), or open a page. */
export type Behavior =
  | { type: 'callback'; value: JsonObject }
  | {
      type: 'open_url'
      default_url: string
      pc_url?: string
      ios_url?: string
      android_url?: string
    }

/** What every component may carry: an own name and an outer margin such as `4px 0`. */
export interface Placed {
  element_id?: string
  margin?: string
}

/** How a container lays out what it holds. */
export interface Layout {
  direction?: 'vertical' | 'horizontal'
  padding?: string
  horizontal_spacing?: string
  horizontal_align?: Align
  vertical_spacing?: string
  vertical_align?: VerticalAlign
}
