import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { list, number, object, text, words } from './json.ts'

/** What a field holds while one fills it in: a text, a choice, several choices, or a tick. */
export type FieldValue = string | string[] | boolean

/** A form's values in the shape the platform sends them. */
export type FormValue = Record<string, string | string[]>

/** One named field of a form as its card declares it. */
interface Field {
  name: string
  tag: string
  required: boolean
  initial: FieldValue
}

/** The form around a component. */
export interface OnForm {
  value(name: string): FieldValue | undefined
  set(name: string, value: FieldValue): void
  missing(name: string): boolean
  /** The values, or undefined when a required one is missing (which is then marked). */
  submit(): FormValue | undefined
  /** Back to what the card says. */
  reset(): void
  /** The values have been taken: begin anew. */
  sent(): void
}

/** The form around a component, if any. */
export const FormContext = createContext<OnForm | undefined>(undefined)

/** A field inside a form: its value, how to change it, and whether it is missing; undefined outside a form. */
export function useField(node: Record<string, unknown>) {
  const form = useContext(FormContext)
  const name = text(node.name)
  if (!form || !name) return undefined
  return {
    value: form.value(name),
    set: (value: FieldValue) => form.set(name, value),
    missing: form.missing(name),
  }
}

const FIELDS = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
])

/** The named fields inside a form, wherever they stand in it. */
export function fieldsOf(node: Record<string, unknown>): Field[] {
  const own: Field[] =
    FIELDS.has(text(node.tag)) && text(node.name)
      ? [
          {
            name: text(node.name),
            tag: text(node.tag),
            required: node.required === true,
            initial: initialOf(node),
          },
        ]
      : []
  const inside = [...list(node.elements), ...list(node.columns)].map(object)
  return [...own, ...inside.flatMap(fieldsOf)]
}

/** What a component shows before anybody has touched it. */
export function initialOf(node: Record<string, unknown>): FieldValue {
  switch (node.tag) {
    case 'input':
      return text(object(node.i18n_default_value).zh_cn) || text(node.default_value)
    case 'checker':
      return node.checked === true
    case 'date_picker':
      return text(node.initial_date)
    case 'picker_time':
      return text(node.initial_time)
    case 'picker_datetime':
      return text(node.initial_datetime).replace(' ', 'T')
    case 'multi_select_static':
    case 'multi_select_person':
      return list(node.selected_values).map(text)
    default: {
      const index = number(node.initial_index, 0)
      return text(node.initial_option) || text(object(list(node.options)[index - 1]).value)
    }
  }
}

/** A date, time or moment as the platform sends it: with the office's offset behind. */
export function zoned(value: string): string {
  return value ? `${value.replace('T', ' ')} +0800` : ''
}

/** What the form sends for one field; undefined for a choice that was not made. */
export function sentValue(field: Field, value: FieldValue): string | string[] | undefined {
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.length > 0 ? value : undefined
  if (field.tag === 'input') return value
  return (/^(date_picker|picker_)/.test(field.tag) ? zoned(value) : value) || undefined
}

/** Whether a required field still has nothing in it. */
export function isEmpty(value: FieldValue): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) ? value.length === 0 : !value
}

/** The words in an empty field. */
export function placeholderOf(node: Record<string, unknown>): string {
  return words(node.placeholder) || (node.tag === 'input' ? '请输入' : '请选择')
}
