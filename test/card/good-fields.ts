/** A good example of every control that a form may hold. */
import type { Element } from '../../src/card/types.ts'
import { callback, confirm, plain } from './good.ts'

/** Controls as they stand in a form. */
export const FIELDS: { [tag: string]: Element } = {
  input: {
    tag: 'input',
    name: 'progress',
    label: plain('进展'),
    label_position: 'top',
    placeholder: plain('请填写进展'),
    default_value: '已对接',
    required: true,
    max_length: 500,
    input_type: 'multiline_text',
    rows: 3,
    auto_resize: true,
    max_rows: 8,
    width: 'fill',
    margin: '0px',
  },
  select_static: {
    tag: 'select_static',
    name: 'grade',
    type: 'default',
    placeholder: plain('请选择'),
    options: [
      { text: plain('优秀'), value: 'a', icon: { tag: 'custom_icon', img_key: 'img_v3_1' } },
      { text: plain('良好'), value: 'b' },
    ],
    initial_index: 2,
    width: '200px',
  },
  multi_select_static: {
    tag: 'multi_select_static',
    name: 'units',
    placeholder: plain('请选择单位'),
    options: [{ text: plain('农业农村科'), value: 'nync' }],
    selected_values: ['nync'],
  },
  select_person: {
    tag: 'select_person',
    name: 'handler',
    placeholder: plain('请选择承办人'),
    options: [{ value: 'ou_aaa111' }, { value: 'ou_bbb222' }],
    initial_option: 'ou_aaa111',
    required: true,
  },
  multi_select_person: {
    tag: 'multi_select_person',
    name: 'helpers',
    placeholder: plain('请选择协办人'),
    options: [{ value: 'ou_aaa111' }],
    selected_values: ['ou_aaa111'],
  },
  date_picker: {
    tag: 'date_picker',
    name: 'due',
    placeholder: plain('请选择日期'),
    initial_date: '2026-12-05',
  },
  picker_time: {
    tag: 'picker_time',
    name: 'clock',
    placeholder: plain('请选择时间'),
    initial_time: '09:30',
  },
  picker_datetime: {
    tag: 'picker_datetime',
    name: 'moment',
    placeholder: plain('请选择'),
    initial_datetime: '2026-12-05 09:30',
  },
  checker: {
    tag: 'checker',
    name: 'done',
    text: plain('已办结'),
    checked: false,
    overall_checkable: true,
    checked_style: { show_strikethrough: true, opacity: 0.5 },
    button_area: {
      pc_display_rule: 'on_hover',
      buttons: [{ tag: 'button', text: plain('看'), behaviors: [callback] }],
    },
    behaviors: [callback],
    confirm,
  },
  select_img: {
    tag: 'select_img',
    name: 'picture',
    multi_select: true,
    layout: 'bisect',
    aspect_ratio: '16:9',
    options: [{ img_key: 'img_v3_1', value: '1', disabled: false }],
  },
}
