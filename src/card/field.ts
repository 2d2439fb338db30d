/** The fields of a form: what people type, choose, name or date. */
import type { DatePicker, Input, SelectPerson, SelectStatic } from './controls.ts'
import { clean, cut, LIMIT, plain } from './plain.ts'

/** A field to type into, at most `max` characters (1 to 1000). */
export function input(of: {
  name: string
  label?: string
  placeholder?: string
  max?: number
  multiline?: boolean
  required?: boolean
  value?: string
}): Input {
  const max = Math.min(1000, Math.max(1, Math.trunc(of.max ?? 1000)))
  return {
    tag: 'input',
    name: of.name,
    ...(of.label && { label: plain(of.label, LIMIT.short), label_position: 'top' }),
    ...(of.placeholder && { placeholder: plain(of.placeholder, LIMIT.short) }),
    ...(of.value && { default_value: cut(clean(of.value), max) }),
    ...(of.required && { required: true }),
    ...(of.multiline && { input_type: 'multiline_text', rows: 3, auto_resize: true, max_rows: 8 }),
    max_length: max,
    width: 'fill',
  }
}

/** A list to choose one from; `value` is the choice shown at first. */
export function select(of: {
  name: string
  placeholder: string
  options: { text: string; value: string }[]
  value?: string
}): SelectStatic {
  const first = of.options.findIndex((option) => option.value === of.value) + 1
  return {
    tag: 'select_static',
    name: of.name,
    placeholder: plain(of.placeholder, LIMIT.short),
    options: of.options.map((option) => ({
      text: plain(option.text, LIMIT.short),
      value: option.value,
    })),
    ...(first > 0 && { initial_index: first }),
    width: 'fill',
  }
}

/** A person to choose: among the given open_ids, else among the members of the chat. */
export function person(of: {
  name: string
  placeholder?: string
  options?: string[]
}): SelectPerson {
  return {
    tag: 'select_person',
    name: of.name,
    ...(of.placeholder && { placeholder: plain(of.placeholder, LIMIT.short) }),
    options: (of.options ?? []).map((value) => ({ value })),
    width: 'fill',
  }
}

/** A day to choose; `value` is `yyyy-MM-dd`. */
export function date(of: { name: string; placeholder: string; value?: string }): DatePicker {
  return {
    tag: 'date_picker',
    name: of.name,
    placeholder: plain(of.placeholder, LIMIT.short),
    ...(of.value && { initial_date: of.value }),
    width: 'fill',
  }
}
