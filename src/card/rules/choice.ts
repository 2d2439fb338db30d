/** Lists to choose from: values that differ, and a first choice that exists. */
import { at, listOf, objectOf, show } from '../json.ts'
import type { Part, Sheet } from '../sheet.ts'

const LISTS = new Set(['select_static', 'multi_select_static', 'overflow', 'select_img'])
const PEOPLE = new Set(['select_person', 'multi_select_person'])

/** What a picker shows at first; without it the placeholder is needed (时间选择器: placeholder). */
const FIRST: { [tag: string]: string } = {
  picker_time: 'initial_time',
  picker_datetime: 'initial_datetime',
}

/** Two options of the same value cannot be told apart; a first choice outside the list is not shown. */
export function checkChoices({ parts, report }: Sheet): void {
  for (const part of parts) {
    const { tag, element, path } = part
    if (LISTS.has(tag) || PEOPLE.has(tag)) checkOptions(part, report)
    const first = Object.hasOwn(FIRST, tag) ? FIRST[tag]! : undefined
    if (first && element[first] === undefined && element.placeholder === undefined)
      report.error('placeholder', at(path, 'placeholder'), `没有 ${first} 时必须有 placeholder`)
  }
}

function checkOptions({ tag, element, path }: Part, report: Sheet['report']): void {
  const values = new Set<unknown>()
  listOf(element.options).forEach((option, i) => {
    const { value } = objectOf(option)
    if (value !== undefined && values.has(value)) {
      const where = `${path}.options[${i}].value`
      if (PEOPLE.has(tag)) report.warning('option-unique', where, `${show(value)} 重复`)
      else report.error('option-unique', where, `选项的回传值 ${show(value)} 重复`)
    }
    values.add(value)
  })
  if (values.size === 0) return
  const outside = (one: unknown) => one !== undefined && one !== '' && !values.has(one)
  if (outside(element.initial_option)) {
    // An official sample of a list gives a text here that is no option's value; of people none does.
    const level = PEOPLE.has(tag) ? 'error' : 'warning'
    report[level]('initial-option', at(path, 'initial_option'), '初始选项不在选项内，不会生效')
  }
  if (listOf(element.selected_values).some(outside))
    report.error('initial-option', at(path, 'selected_values'), '默认选中项不在选项内，不会生效')
  if (typeof element.initial_index === 'number' && element.initial_index > values.size)
    report.warning('initial-option', at(path, 'initial_index'), '序号超出选项个数，不会生效')
}
