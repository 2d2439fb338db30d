/** Attributes of the components that only show something (官方组件文档“展示”). */
import { align, anyText, icon, padding, placed, plainText, tips, verticalAlign } from './parts.ts'
import type { Fields, Spec } from './spec.ts'
import {
  filled,
  flag,
  free,
  languages,
  list,
  need,
  object,
  old,
  pixels,
  string,
  whole,
  word,
} from './spec.ts'

const imgKey: Spec = need({ ...filled, rule: 'img-key' })

const radius: Spec = { kind: 'measure', px: [0, 9999], percent: [0, 100] }

const color: Spec = { kind: 'color' }

const avatar: Fields = {
  size: word('extra_small', 'small', 'medium', 'large'),
  show_avatar: flag,
  show_name: flag,
}

const column: Fields = {
  name: need(filled),
  display_name: string,
  width: { kind: 'measure', words: ['auto'], px: [80, 600], percent: [1, 100] },
  vertical_align: verticalAlign,
  horizontal_align: align,
  data_type: need(word('text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown')),
  format: object({
    precision: whole(0, 10),
    symbol: { kind: 'string', max: 1 },
    separator: flag,
  }),
  date_format: string,
}

/** The attributes of each display component, by tag. */
export const displays: { [tag: string]: Fields } = {
  div: {
    ...placed,
    text: anyText,
    icon: icon(),
    width: pixels(16, 999, 'fill', 'auto'),
    fields: old(list(object({ is_short: flag, text: need(anyText) })), '请改用分栏 column_set'),
  },
  markdown: {
    ...placed,
    content: { kind: 'string', need: 'i18n_content' },
    i18n_content: languages(string),
    text_align: align,
    text_size: { kind: 'size' },
    icon: icon(),
  },
  hr: placed,
  img: {
    ...placed,
    img_key: imgKey,
    i18n_img_key: languages(filled),
    alt: plainText(),
    title: plainText(),
    corner_radius: radius,
    scale_type: word('crop_center', 'crop_top', 'fit_horizontal'),
    size: {
      kind: 'measure',
      words: ['stretch', 'large', 'medium', 'small', 'tiny'],
      px: [1, 1000],
      times: [2],
    },
    transparent: flag,
    preview: flag,
    mode: old(
      word('crop_center', 'fit_horizontal', 'stretch', 'large', 'medium', 'small', 'tiny'),
      '请改用 scale_type 与 size',
    ),
    custom_width: old(free, '请改用 size'),
    compact_width: old(flag, '请改用 size'),
  },
  img_combination: {
    ...placed,
    combination_mode: need(word('double', 'triple', 'bisect', 'trisect')),
    combination_transparent: flag,
    corner_radius: radius,
    img_list: need(
      list(object({ img_key: imgKey, i18n_img_key: languages(filled), transparent: flag })),
    ),
  },
  person: {
    ...placed,
    ...avatar,
    user_id: need(filled),
    style: word('normal', 'capsule'),
  },
  person_list: {
    ...placed,
    ...avatar,
    persons: need(list(object({ id: need(filled) }))),
    lines: whole(1, 999),
    drop_invalid_user_id: flag,
    icon: icon(),
    ud_icon: old(object({ token: filled, style: object({ color }) }), '请改用 icon'),
  },
  chart: {
    ...placed,
    chart_spec: need({ kind: 'data', rule: 'chart' }),
    aspect_ratio: word('1:1', '2:1', '4:3', '16:9'),
    color_theme: word('brand', 'rainbow', 'complementary', 'converse', 'primary'),
    preview: flag,
    height: pixels(1, 999, 'auto'),
  },
  table: {
    ...placed,
    page_size: whole(1, 10),
    row_height: pixels(32, 124, 'low', 'middle', 'high', 'auto'),
    row_max_height: pixels(32, 999),
    freeze_first_column: flag,
    header_style: object({
      text_align: align,
      text_size: word('normal', 'heading'),
      background_style: word('grey', 'none'),
      text_color: color,
      bold: flag,
      lines: whole(1, 999),
    }),
    columns: need({ ...list(object(column), 50), rule: 'table-columns' }),
    rows: need(list(free)),
  },
  audio: {
    ...placed,
    fallback: free,
    file_key: need(filled),
    i18n_file_key: languages(filled),
    audio_id: string,
    disabled: flag,
    disabled_tips: tips,
    show_progress_bar: flag,
    show_time: flag,
    time_display: word('default', 'both'),
    time_position: word('end', 'start', 'both_sides'),
    border: object({ color, corner_radius: pixels(0, 9999) }),
    style: word('normal', 'flat', 'speak'),
    padding,
    background_style: color,
    fill_color: color,
    width: pixels(100, 9999, 'default', 'fill'),
  },
}
