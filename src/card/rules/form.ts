/** What a form needs: a submit button, and a name on everything that is filled in (else error 200530). */
import { at } from '../json.ts'
import type { Part, Sheet } from '../sheet.ts'

/** Components whose value a form sends under their name. */
const NAMED = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
  'select_img',
])

/** Whether a button sends the form along, in the new spelling or the old. */
export function submits(button: { [key: string]: unknown }): boolean {
  return button.form_action_type === 'submit' || button.action_type === 'form_submit'
}

/** A form holds a submit button and names; submit and reset belong in a form. */
export function checkForms({ parts, report }: Sheet): void {
  for (const part of parts) {
    if (part.tag === 'form') checkSubmit(part, parts, report)
    if (!NAMED.has(part.tag)) continue
    if (part.form && !part.element.name)
      report.error('name', at(part.path, 'name'), '表单内的交互组件必须有 name')
    if (!part.form && part.element.form_action_type !== undefined)
      report.error(
        'form-action',
        at(part.path, 'form_action_type'),
        '提交与重置按钮只能放在表单容器内',
      )
    if (!part.form && part.element.required === true)
      report.warning('required-outside', at(part.path, 'required'), '必填只在表单容器内生效')
  }
}

function checkSubmit(form: Part, parts: Part[], report: Sheet['report']): void {
  const found = parts.some((part) => part.form === form.element && submits(part.element))
  if (!found) report.error('form-submit', form.path, '表单容器内必须有一个提交按钮')
}
