/** Elements of a card that answer to a tap, and a form with every kind of field. */
import { LI, WANG } from './office.ts'

const plain = (content: string) => ({ tag: 'plain_text', content })
const callback = (value: object) => [{ type: 'callback', value }]

/** Elements that answer to a tap, outside a form. */
export const TAPPING: object[] = [
  {
    tag: 'column_set',
    flex_mode: 'flow',
    columns: [
      { text: '签收', type: 'primary_filled', behaviors: callback({ say: '签收 12' }) },
      {
        text: '催办',
        type: 'primary',
        behaviors: callback({ say: '催办 12' }),
        confirm: { title: plain('请确认'), text: plain('将提醒王强') },
      },
      { text: '退签', type: 'danger', behaviors: callback({ say: '退签 12' }) },
      { text: '已停用', type: 'default', disabled: true, disabled_tips: plain('事项已办结') },
      {
        text: '办法',
        type: 'text',
        behaviors: [{ type: 'open_url', default_url: 'https://example.com/a' }],
      },
    ].map(({ text, ...rest }) => ({
      tag: 'column',
      width: 'auto',
      elements: [{ tag: 'button', text: plain(text), ...rest }],
    })),
  },
  {
    tag: 'overflow',
    options: [
      { text: plain('延期'), value: 'extend' },
      { text: plain('转办'), value: 'transfer' },
    ],
    behaviors: callback({ of: 12 }),
  },
  {
    tag: 'checker',
    name: 'tick',
    text: plain('已与人行对接'),
    behaviors: callback({ step: 1 }),
    checked_style: { show_strikethrough: true },
  },
  { tag: 'input', placeholder: plain('补充一句'), behaviors: callback({ say: '报 12' }) },
  {
    tag: 'select_static',
    placeholder: plain('选择科室'),
    behaviors: callback({ pick: 'unit' }),
    options: ['金融科', '预算科'].map((name) => ({ text: plain(name), value: `u-${name}` })),
  },
  {
    tag: 'date_picker',
    placeholder: plain('改期限'),
    initial_date: '2026-11-27',
    behaviors: callback({ pick: 'due' }),
  },
  {
    tag: 'interactive_container',
    has_border: true,
    behaviors: callback({ open: 12 }),
    elements: [{ tag: 'markdown', content: '**12** 问题楼盘化解方案' }],
  },
]

/** A form with every kind of field. */
export const FORM: object = {
  tag: 'form',
  name: 'assign',
  elements: [
    {
      tag: 'input',
      name: 'title',
      label: plain('事项'),
      placeholder: plain('写清要办的事'),
      required: true,
      max_length: 20,
    },
    {
      tag: 'input',
      name: 'note',
      label: plain('要求'),
      input_type: 'multiline_text',
      rows: 2,
      default_value: '先摸底',
    },
    {
      tag: 'column_set',
      columns: [
        {
          tag: 'column',
          width: 'weighted',
          weight: 1,
          elements: [
            { tag: 'select_person', name: 'who', placeholder: plain('承办人'), width: 'fill' },
          ],
        },
        {
          tag: 'column',
          width: 'weighted',
          weight: 1,
          elements: [
            { tag: 'date_picker', name: 'due', placeholder: plain('期限'), width: 'fill' },
          ],
        },
      ],
    },
    {
      tag: 'multi_select_static',
      name: 'units',
      placeholder: plain('协办科室'),
      options: ['预算科', '国库科', '办公室'].map((name) => ({ text: plain(name), value: name })),
    },
    {
      tag: 'multi_select_person',
      name: 'copies',
      placeholder: plain('抄送'),
      options: [{ value: LI }, { value: WANG }],
    },
    {
      tag: 'select_static',
      name: 'level',
      placeholder: plain('紧急程度'),
      options: [
        { text: plain('一般'), value: '1' },
        { text: plain('特急'), value: '2' },
      ],
    },
    { tag: 'picker_time', name: 'at', placeholder: plain('时间') },
    { tag: 'picker_datetime', name: 'meet', placeholder: plain('会议时间') },
    {
      tag: 'column_set',
      columns: [
        {
          tag: 'column',
          width: 'auto',
          elements: [
            {
              tag: 'button',
              name: 'send',
              text: plain('提交'),
              type: 'primary_filled',
              form_action_type: 'submit',
              behaviors: callback({ say: '交办' }),
            },
          ],
        },
        {
          tag: 'column',
          width: 'auto',
          elements: [
            { tag: 'button', name: 'clear', text: plain('清空'), form_action_type: 'reset' },
          ],
        },
      ],
    },
  ],
}
