import { describe } from 'vitest'
import { areRefused, areWarned, type Case, inForm, one, panelOf } from './breaking.ts'
import { cardOf, formOf } from './good.ts'
import { FIELDS } from './good-fields.ts'

describe('a form is refused when', () => {
  areRefused([
    ['a form is nested', 'form-root', () => cardOf(panelOf(formOf()))],

    ['a form has no name', 'form-name', inForm('input', (_, form) => delete form.name)],
    ['a form has an empty name', 'form-name', inForm('input', (_, form) => (form.name = ''))],
    [
      'a form has no submit button',
      'form-submit',
      inForm('input', (_, form) => form.elements.pop()),
    ],
    [
      'a form only has a reset button',
      'form-submit',
      inForm('input', (_, form) => (form.elements[1].form_action_type = 'reset')),
    ],
    ...Object.keys(FIELDS).map(
      (tag): Case => [
        `a ${tag} in a form has no name`,
        'name',
        inForm(tag, (field) => delete field.name),
      ],
    ),
    [
      'a button in a form has no name',
      'name',
      inForm('input', (_, f) => delete f.elements[1].name),
    ],
    ['a name in a form is empty', 'name', inForm('input', (field) => (field.name = ''))],
    [
      'two fields have one name',
      'name-unique',
      () => cardOf(formOf(FIELDS.input, { ...FIELDS.date_picker, name: 'progress' })),
    ],
    [
      'two forms have one name',
      'name-unique',
      () => {
        const other = structuredClone(formOf())
        other.elements[0].name = 'other'
        return cardOf(formOf(), other)
      },
    ],
    [
      'a submit button stands outside a form',
      'form-action',
      one('button', (button) => (button.form_action_type = 'submit')),
    ],
    ['several choices stand outside a form', 'form-only', () => cardOf(FIELDS.multi_select_static)],
    ['several people stand outside a form', 'form-only', () => cardOf(FIELDS.multi_select_person)],
    ['several pictures stand outside a form', 'form-only', () => cardOf(FIELDS.select_img)],

    // Fields
    ['max_length is 0', 'range', inForm('input', (field) => (field.max_length = 0))],
    ['max_length is 1001', 'range', inForm('input', (field) => (field.max_length = 1001))],
    [
      'max_length is no whole number',
      'range',
      inForm('input', (field) => (field.max_length = 1.5)),
    ],
    ['input_type is unknown', 'enum', inForm('input', (field) => (field.input_type = 'email'))],
    [
      'a placeholder is too long',
      'length',
      inForm('input', (field) => (field.placeholder.content = '一'.repeat(101))),
    ],
    [
      'a date does not exist',
      'moment',
      inForm('date_picker', (f) => (f.initial_date = '2026-02-30')),
    ],
    ['a date has slashes', 'moment', inForm('date_picker', (f) => (f.initial_date = '2026/12/05'))],
    ['a time does not exist', 'moment', inForm('picker_time', (f) => (f.initial_time = '24:00'))],
    [
      'a moment has no time',
      'moment',
      inForm('picker_datetime', (f) => (f.initial_datetime = '2026-12-05')),
    ],
    [
      'a picker shows nothing',
      'placeholder',
      inForm('picker_time', (f) => {
        delete f.placeholder
        delete f.initial_time
      }),
    ],
    [
      'an option has no value',
      'required',
      inForm('select_static', (f) => delete f.options[0].value),
    ],
    ['an option has no text', 'required', inForm('select_static', (f) => delete f.options[0].text)],
    ['options are no list', 'type', inForm('select_static', (f) => (f.options = { a: 1 }))],
    [
      'two options have one value',
      'option-unique',
      inForm('select_static', (field) => (field.options[1].value = 'a')),
    ],
    [
      'a person is no open_id',
      'open-id',
      inForm('select_person', (field) => (field.options[1].value = 'wangqiang')),
    ],
    [
      'the first person is not in the list',
      'initial-option',
      inForm('select_person', (field) => (field.initial_option = 'ou_ccc333')),
    ],
    [
      'a chosen value is not in the list',
      'initial-option',
      inForm('multi_select_static', (field) => (field.selected_values = ['other'])),
    ],
    [
      'a checker has four buttons',
      'length',
      inForm('checker', (f) => (f.button_area.buttons = Array(4).fill(f.button_area.buttons[0]))),
    ],
  ])
})

describe('a form passes with a warning when', () => {
  areWarned([
    [
      'action_type is used',
      'old-spelling',
      inForm('input', (_, form) => {
        delete form.elements[1].form_action_type
        form.elements[1].action_type = 'form_submit'
      }),
    ],
    ['required stands outside a form', 'required-outside', () => cardOf(FIELDS.select_person)],
    [
      'the first choice is not in the list',
      'initial-option',
      inForm('select_static', (field) => (field.initial_option = 'c')),
    ],
    [
      'the first choice is beyond the list',
      'initial-option',
      inForm('select_static', (field) => (field.initial_index = 3)),
    ],
    [
      'a person stands twice in a list',
      'option-unique',
      inForm('select_person', (field) => (field.options[1].value = 'ou_aaa111')),
    ],
    [
      'a submit button carries a text',
      'callback-value',
      inForm('input', (_, form) => (form.elements[1].behaviors[0].value = 'x')),
    ],
  ])
})
