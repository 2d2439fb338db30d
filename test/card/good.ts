/** A good example of every component, written by us: no check finds anything in it. */
import type { Element } from '../../src/card/types.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests reach into cards and break them
export type Loose = any

/** A card around the elements, with every setting that a card can have. */
export function cardOf(...elements: unknown[]): Loose {
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward: false,
      enable_forward_interaction: false,
      width_mode: 'default',
      summary: { content: '督办事项', i18n_content: { en_us: 'Matters' } },
      locales: ['zh_cn', 'en_us'],
      use_custom_translation: false,
      style: {
        text_size: { roomy: { default: 'normal', pc: 'normal', mobile: 'heading' } },
        color: { slate: { light_mode: 'rgba(5,157,178,0.52)', dark_mode: 'rgba(78,23,108,0.49)' } },
      },
    },
    card_link: { url: 'https://example.com/matters' },
    header: {
      title: { tag: 'plain_text', content: '督办事项 12' },
      subtitle: { tag: 'plain_text', content: '办公室' },
      text_tag_list: [
        { tag: 'text_tag', text: { tag: 'plain_text', content: '在办' }, color: 'blue' },
      ],
      template: 'blue',
      icon: { tag: 'standard_icon', token: 'todo_outlined', color: 'blue-600' },
      padding: '12px 8px',
    },
    body: { direction: 'vertical', padding: '12px', vertical_spacing: 'medium', elements },
  }
}

export const plain = (content: string) => ({ tag: 'plain_text' as const, content })
export const callback = { type: 'callback' as const, value: { say: '签收 12', rev: 3 } }
export const confirm = { title: plain('确认'), text: plain('确认签收？') }

const submit: Element = {
  tag: 'button',
  name: 'go',
  text: plain('提交'),
  type: 'primary',
  form_action_type: 'submit',
  behaviors: [callback],
}

/** A form with one field and its submit button. */
export function formOf(...fields: unknown[]): Loose {
  return { tag: 'form', name: 'report', vertical_spacing: '8px', elements: [...fields, submit] }
}

/** Everything that stands at the root by itself. */
export const ELEMENTS: { [tag: string]: Element } = {
  div: {
    tag: 'div',
    element_id: 'intro_1',
    text: {
      ...plain('请于周五前反馈'),
      text_size: 'roomy' as 'normal',
      text_color: 'grey',
      lines: 2,
    },
    icon: { tag: 'standard_icon', token: 'info_outlined', color: 'slate' },
    width: 'auto',
    margin: '4px 0',
  },
  markdown: {
    tag: 'markdown',
    content: '**督办** 见 https://example.com/a 与 [文件](https://example.com/文件)',
    text_align: 'left',
    text_size: 'normal',
  },
  hr: { tag: 'hr', margin: '0px 0px 0px 0px' },
  img: {
    tag: 'img',
    img_key: 'img_v3_1',
    alt: plain('照片'),
    scale_type: 'crop_center',
    size: '100px 80px',
    corner_radius: '5%',
    preview: true,
    transparent: false,
  },
  img_combination: {
    tag: 'img_combination',
    combination_mode: 'double',
    img_list: [{ img_key: 'img_v3_1' }, { img_key: 'img_v3_2' }],
    corner_radius: '8px',
  },
  person: { tag: 'person', user_id: 'ou_aaa111', size: 'small', show_name: true, style: 'capsule' },
  person_list: {
    tag: 'person_list',
    persons: [{ id: 'ou_aaa111' }],
    lines: 1,
    size: 'small',
    show_avatar: true,
    drop_invalid_user_id: true,
  },
  chart: {
    tag: 'chart',
    chart_spec: { type: 'bar', data: { values: [{ unit: '一科', count: 3 }] } },
    aspect_ratio: '4:3',
    color_theme: 'brand',
    height: '240px',
    preview: true,
  },
  table: {
    tag: 'table',
    page_size: 10,
    row_height: 'auto',
    row_max_height: '100px',
    freeze_first_column: true,
    header_style: {
      text_align: 'left',
      text_size: 'normal',
      background_style: 'grey',
      text_color: 'grey',
      bold: true,
      lines: 1,
    },
    columns: [
      {
        name: 'no',
        display_name: '编号',
        data_type: 'number',
        width: '80px',
        format: { precision: 0 },
      },
      { name: 'what', display_name: '事项', data_type: 'text', width: '40%' },
      { name: 'light', display_name: '灯', data_type: 'options' },
      { name: 'who', display_name: '承办', data_type: 'persons' },
      { name: 'due', display_name: '期限', data_type: 'date', date_format: 'YYYY-MM-DD' },
      { name: 'link', display_name: '附件', data_type: 'lark_md' },
    ],
    rows: [
      {
        no: 12,
        what: '印发方案',
        light: [{ text: '逾期', color: 'red' }],
        who: ['ou_aaa111'],
        due: 1_700_000_000_000,
        link: '[文件](https://example.com)',
      },
      { no: 13, what: '', light: '正常', who: 'ou_bbb222' },
    ],
  },
  audio: {
    tag: 'audio',
    file_key: 'file_v3_1',
  },
  button: {
    tag: 'button',
    text: plain('签收'),
    type: 'primary',
    size: 'medium',
    width: 'default',
    icon: { tag: 'standard_icon', token: 'done_outlined' },
    hover_tips: plain('签收后开始计时'),
    disabled: false,
    disabled_tips: plain('已签收'),
    confirm,
    behaviors: [
      callback,
      {
        type: 'open_url',
        default_url: 'https://applink.feishu.cn/client/chat/open',
        pc_url: '',
        ios_url: 'lark://msgcard/unsupported_action',
      },
    ],
  },
  overflow: {
    tag: 'overflow',
    width: 'fill',
    options: [
      { text: plain('转办'), value: 'a' },
      { text: plain('文件'), value: 'b', multi_url: { url: 'https://example.com' } },
    ],
    behaviors: [callback],
  },
  column_set: {
    tag: 'column_set',
    flex_mode: 'bisect',
    horizontal_spacing: 'large',
    horizontal_align: 'left',
    background_style: 'grey-50',
    columns: [
      {
        tag: 'column',
        width: 'weighted',
        weight: 2,
        padding: '8px',
        vertical_align: 'top',
        background_style: 'default',
        elements: [{ tag: 'markdown', content: '左' }],
      },
      { tag: 'column', width: '80px', elements: [] },
    ],
  },
  collapsible_panel: {
    tag: 'collapsible_panel',
    expanded: false,
    background_color: 'grey',
    header: {
      title: { tag: 'markdown', content: '**更多**' },
      background_color: 'grey',
      vertical_align: 'center',
      padding: '4px 8px',
      width: 'auto',
      icon: { tag: 'standard_icon', token: 'down_outlined', color: '', size: '16px 16px' },
      icon_position: 'follow_text',
      icon_expanded_angle: -180,
    },
    border: { color: 'grey', corner_radius: '5px' },
    vertical_spacing: '8px',
    elements: [{ tag: 'markdown', content: '里面' }],
  },
  interactive_container: {
    tag: 'interactive_container',
    width: 'fill',
    height: 'auto',
    background_style: 'laser',
    has_border: true,
    border_color: 'grey',
    corner_radius: '8px',
    behaviors: [callback],
    confirm,
    elements: [{ tag: 'markdown', content: '点这里' }],
  },
}
