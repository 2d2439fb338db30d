/** The components of a card that people use: buttons, fields, pickers. */
import type { Behavior, Confirm, Icon, Placed, PlainText } from './parts.ts'

/** What every control may carry; `name` is needed inside a form and is unique in the card. */
interface Control extends Placed {
  name?: string
  disabled?: boolean
  behaviors?: Behavior[]
  confirm?: Confirm
}

/** A control that takes a value; `required` counts only inside a form, and only on the client. */
interface Field extends Control {
  required?: boolean
  placeholder?: PlainText
  width?: string
}

export interface Button extends Control {
  tag: 'button'
  text: PlainText
  type?: ButtonType
  size?: 'tiny' | 'small' | 'medium' | 'large'
  width?: string
  icon?: Icon
  hover_tips?: PlainText
  disabled_tips?: PlainText
  form_action_type?: 'submit' | 'reset'
}

export type ButtonType =
  | 'default'
  | 'primary'
  | 'danger'
  | 'text'
  | 'primary_text'
  | 'danger_text'
  | 'primary_filled'
  | 'danger_filled'
  | 'laser'

export interface Input extends Field {
  tag: 'input'
  default_value?: string
  max_length?: number
  input_type?: 'text' | 'multiline_text' | 'password'
  rows?: number
  auto_resize?: boolean
  max_rows?: number
  label?: PlainText
  label_position?: 'top' | 'left'
}

/** One choice of a list; values are unique within the list. */
interface Option {
  text: PlainText
  value: string
  icon?: Icon
}

interface Select extends Field {
  type?: 'default' | 'text'
}

export interface SelectStatic extends Select {
  tag: 'select_static'
  options: Option[]
  /** Counted from 1; 0 shows none. */
  initial_index?: number
}

interface MultiSelectStatic extends Select {
  tag: 'multi_select_static'
  options: Option[]
  selected_values?: string[]
}

/** Without options the candidates are the members of the chat the card is in. Values are open_ids. */
export interface SelectPerson extends Select {
  tag: 'select_person'
  options?: { value: string }[]
  initial_option?: string
}

interface MultiSelectPerson extends Select {
  tag: 'multi_select_person'
  options?: { value: string }[]
  selected_values?: string[]
}

export interface DatePicker extends Field {
  tag: 'date_picker'
  /** `yyyy-MM-dd` */
  initial_date?: string
}

interface TimePicker extends Field {
  tag: 'picker_time'
  /** `HH:mm` */
  initial_time?: string
}

interface DatetimePicker extends Field {
  tag: 'picker_datetime'
  /** `yyyy-MM-dd HH:mm` */
  initial_datetime?: string
}

interface Checker extends Control {
  tag: 'checker'
  text?: PlainText
  checked?: boolean
  overall_checkable?: boolean
  checked_style?: { show_strikethrough?: boolean; opacity?: number }
  button_area?: { pc_display_rule?: 'always' | 'on_hover'; buttons: Button[] }
}

interface Overflow extends Control {
  tag: 'overflow'
  width?: string
  options: { text: PlainText; value: string; multi_url?: { url: string } }[]
}

interface SelectImage extends Control {
  tag: 'select_img'
  multi_select?: boolean
  layout?: 'stretch' | 'bisect' | 'trisect'
  aspect_ratio?: '1:1' | '16:9' | '4:3'
  options: { img_key: string; value: string; disabled?: boolean }[]
}

/** Every component that can be tapped, typed into or chosen from. */
export type AnyControl =
  | Button
  | Input
  | SelectStatic
  | MultiSelectStatic
  | SelectPerson
  | MultiSelectPerson
  | DatePicker
  | TimePicker
  | DatetimePicker
  | Checker
  | Overflow
  | SelectImage
