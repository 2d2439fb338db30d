/** Attributes of the components that people tap or fill in (官方组件文档“交互”). */
import {
  anyText,
  behaviors,
  confirm,
  control,
  controlWidth,
  icon,
  link,
  multiUrl,
  padding,
  placed,
  plainText,
  tips,
  value,
} from './parts.ts'
import type { Fields, Spec } from './spec.ts'
import { filled, flag, languages, list, need, object, old, string, whole, word } from './spec.ts'

/** What only a submitted field has. */
const field: Fields = {
  ...control,
  required: flag,
  placeholder: plainText(100),
  width: controlWidth,
}

const select: Fields = { ...field, type: word('default', 'text') }

const options: Spec = list(object({ text: need(plainText()), icon: icon(), value: need(filled) }))

const people: Spec = list(object({ value: need({ kind: 'open_id' }) }))

const openId: Spec = { kind: 'open_id' }

const button: Fields = {
  ...control,
  text: plainText(100),
  type: word(
    'default',
    'primary',
    'danger',
    'text',
    'primary_text',
    'danger_text',
    'primary_filled',
    'danger_filled',
    'laser',
  ),
  value,
  hover_tips: tips,
  disabled_tips: tips,
  size: word('tiny', 'small', 'medium', 'large'),
  width: controlWidth,
  icon: icon(),
  form_action_type: word('submit', 'reset'),
  action_type: old(
    word('link', 'request', 'multi', 'form_submit', 'form_reset'),
    '请改用 form_action_type 或 behaviors',
  ),
  url: old(link, '请改用 behaviors 的 open_url'),
}

const image: Fields = {
  img_key: need({ ...filled, rule: 'img-key' }),
  i18n_img_key: languages(filled),
  value: string,
  disabled: flag,
  disabled_tips: tips,
  hover_tips: tips,
}

/** The attributes of each control, by tag. */
export const controls: { [tag: string]: Fields } = {
  button,
  input: {
    ...field,
    value,
    disabled_tips: tips,
    default_value: string,
    i18n_default_value: languages(string),
    max_length: whole(1, 1000),
    input_type: word('text', 'multiline_text', 'password'),
    rows: whole(1, 999),
    auto_resize: flag,
    max_rows: { kind: 'number', min: 1 },
    show_icon: flag,
    label: plainText(),
    label_position: word('top', 'left'),
  },
  select_static: { ...select, options, initial_option: string, initial_index: whole(0, 999) },
  multi_select_static: { ...select, options, selected_values: list(string) },
  select_person: { ...select, options: people, initial_option: openId },
  multi_select_person: { ...select, options: people, selected_values: list(openId) },
  date_picker: { ...field, value, initial_date: { kind: 'moment', form: 'date' } },
  picker_time: { ...field, value, initial_time: { kind: 'moment', form: 'time' } },
  picker_datetime: { ...field, value, initial_datetime: { kind: 'moment', form: 'datetime' } },
  checker: {
    ...control,
    hover_tips: tips,
    disabled_tips: tips,
    checked: flag,
    text: anyText,
    overall_checkable: flag,
    button_area: object({
      pc_display_rule: word('always', 'on_hover'),
      buttons: list({ kind: 'tagged', tags: { button } }, 3),
    }),
    checked_style: object({
      show_strikethrough: flag,
      opacity: { kind: 'number', min: 0, max: 1 },
    }),
    padding,
  },
  overflow: {
    ...placed,
    name: string,
    width: controlWidth,
    behaviors,
    confirm,

    options: need(list(object({ text: plainText(100), multi_url: multiUrl, value: string }))),
  },
  select_img: {
    ...control,
    value,
    disabled_tips: tips,
    multi_select: flag,
    layout: word('stretch', 'bisect', 'trisect'),
    required: flag,
    can_preview: flag,
    aspect_ratio: word('1:1', '16:9', '4:3'),
    options: need(list(object(image))),
  },
}
