/** The form as the client fills it in: required fields, lengths and options are its business, not the server's. */
import { components, type Node } from './card-tree.ts'

type Filled = Record<string, string | string[]>

const INPUTS = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
])
const ZONE = ' +0800'

/**
 * The `form_value` of a submitted form: what was filled in, else the field's initial value; an empty input is '',
 * any other empty field is left out. Throws in Chinese where the client would not submit.
 * `members` are the open_ids a person can be picked from where a field lists none.
 */
export function formValue(form: Node, filled: Filled, members: ReadonlySet<string>): Filled {
  const fields = [...components(form.elements)].map(({ node }) => node).filter(isField)
  const stray = Object.keys(filled).find((name) => !fields.some((field) => field.name === name))
  if (stray !== undefined) throw new Error(`表单里没有这一项：${stray}`)
  const values: Filled = {}
  for (const field of fields) {
    const name = String(field.name)
    const value = zoned(field, filled[name] ?? initial(field))
    const empty = value === undefined || value.length === 0
    if (empty && field.required === true) throw new Error(`请填写必填项：${labelOf(field)}`)
    if (!empty) judge(field, value, members)
    if (!empty) values[name] = value
    else if (field.tag === 'input') values[name] = ''
  }
  return values
}

/** A single field tapped outside of a form, judged the same way; dates get their zone. */
export function fieldValue(
  field: Node,
  value: string | string[],
  members: ReadonlySet<string>,
): string | string[] {
  const zonedValue = zoned(field, value) ?? value
  judge(field, zonedValue, members)
  return zonedValue
}

function isField(node: Node): boolean {
  return INPUTS.has(String(node.tag)) && typeof node.name === 'string'
}

function initial(field: Node): string | string[] | undefined {
  const { default_value, initial_option, initial_options, selected_values } = field
  const value =
    default_value ??
    initial_option ??
    initial_options ??
    selected_values ??
    field.initial_date ??
    field.initial_time ??
    field.initial_datetime
  return typeof value === 'string' || Array.isArray(value) ? value : undefined
}

/** Pickers report the client's zone behind the time: `2024-04-01 +0800` (card-callback-communication.md). */
function zoned(field: Node, value: string | string[] | undefined): string | string[] | undefined {
  const picker = /^(date_picker|picker_)/.test(String(field.tag))
  if (!picker || typeof value !== 'string' || value === '') return value
  return / [+-]\d{4}$/.test(value) ? value : value + ZONE
}

const PICKED: Record<string, RegExp> = {
  date_picker: /^\d{4}-\d{2}-\d{2} [+-]\d{4}$/,
  picker_time: /^\d{2}:\d{2} [+-]\d{4}$/,
  picker_datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2} [+-]\d{4}$/,
}

function judge(field: Node, value: string | string[], members: ReadonlySet<string>): void {
  const tag = String(field.tag)
  if (Array.isArray(value) !== tag.startsWith('multi_'))
    throw new Error(`${labelOf(field)} 的选项个数不符`)
  const most = typeof field.max_length === 'number' ? field.max_length : 1000
  if (tag === 'input' && value.length > most)
    throw new Error(`${labelOf(field)} 不能超过 ${most} 字`)
  if (PICKED[tag] && !PICKED[tag].test(String(value)))
    throw new Error(`${labelOf(field)} 的日期或时间不对`)
  if (!tag.includes('select_')) return
  const offered = (Array.isArray(field.options) ? field.options : []) as Node[]
  const choices = new Set(offered.map((option) => String(option.value)))
  const from = choices.size === 0 && tag.endsWith('_person') ? members : choices
  const wrong = [value].flat().find((choice) => !from.has(choice))
  if (wrong !== undefined) throw new Error(`${labelOf(field)} 没有这个选项：${wrong}`)
}

function labelOf(field: Node): string {
  const said = (field.label ?? field.placeholder) as Node | undefined
  return typeof said?.content === 'string' && said.content !== ''
    ? said.content
    : String(field.name)
}
