/** Elements of a card one only reads, one of each kind. */
import { LI, WANG } from './office.ts'

const plain = (content: string) => ({ tag: 'plain_text', content })

/** Elements with nothing to fill in. */
export const READING: object[] = [
  { tag: 'div', text: { ...plain('牵头单位：金融科'), text_size: 'notation', text_color: 'grey' } },
  {
    tag: 'markdown',
    content:
      '**办理要求**：对接 <at id=' +
      LI +
      '></at>，*周五前* 报送 ~~初稿~~ `终稿`\n- 第一项\n  - 细项\n- 第二项\n1. 先摸底\n2. 再拿方案\n<font color=red>已逾期</font> <text_tag color="orange">临期</text_tag> <number_tag>3</number_tag> [办法](https://example.com/a) 1&#42;2&#60;3',
  },
  { tag: 'hr' },
  {
    tag: 'column_set',
    flex_mode: 'stretch',
    columns: [
      {
        tag: 'column',
        width: 'weighted',
        weight: 1,
        elements: [{ tag: 'markdown', content: '**12**\n在办' }],
      },
      {
        tag: 'column',
        width: 'weighted',
        weight: 1,
        elements: [{ tag: 'markdown', content: '**3**\n临期' }],
      },
      {
        tag: 'column',
        width: 'weighted',
        weight: 1,
        elements: [{ tag: 'markdown', content: '**1**\n逾期' }],
      },
    ],
  },
  {
    tag: 'table',
    page_size: 2,
    columns: [
      { name: 'title', display_name: '事项', data_type: 'text' },
      { name: 'who', display_name: '承办人', data_type: 'persons' },
      { name: 'state', display_name: '状态', data_type: 'options' },
      { name: 'due', display_name: '期限', data_type: 'date', date_format: 'MM/DD' },
      {
        name: 'sum',
        display_name: '金额',
        data_type: 'number',
        horizontal_align: 'right',
        format: { symbol: '¥', precision: 2, separator: true },
      },
    ],
    rows: [
      {
        title: '问题楼盘化解方案',
        who: [WANG],
        state: [{ text: '在办', color: 'blue' }],
        due: 1795536000000,
        sum: 1234567.5,
      },
      {
        title: '专项债券支付进度',
        who: LI,
        state: [{ text: '逾期', color: 'red' }],
        due: 1795536000000,
        sum: 80,
      },
      {
        title: '惠企贴息兑付',
        who: [WANG, LI],
        state: [{ text: '办结', color: 'green' }],
        due: 1795536000000,
        sum: 0,
      },
    ],
  },
  {
    tag: 'collapsible_panel',
    expanded: false,
    header: { title: plain('办理经过') },
    border: { color: 'grey' },
    elements: [{ tag: 'markdown', content: '11月18日 已签收' }],
  },
  { tag: 'person_list', persons: [{ id: LI }, { id: WANG }], show_name: true },
  { tag: 'person', user_id: WANG, show_name: true },
  { tag: 'img', img_key: 'img_v3_x', alt: plain('现场照片') },
  {
    tag: 'chart',
    chart_spec: {
      type: 'bar',
      title: { text: '各科室在办事项' },
      data: {
        values: [
          ['金融科', 12],
          ['预算科', 8],
          ['国库科', 5],
        ].map(([x, y]) => ({ x, y })),
      },
      xField: 'x',
      yField: 'y',
    },
  },
  {
    tag: 'chart',
    chart_spec: {
      type: 'line',
      data: [
        {
          values: ['9月', '10月', '11月'].flatMap((x, i) => [
            { x, y: 60 + i * 12, s: '金融科' },
            { x, y: 70 + i * 8, s: '预算科' },
          ]),
        },
      ],
      xField: 'x',
      yField: 'y',
      seriesField: 's',
    },
  },
  {
    tag: 'chart',
    chart_spec: {
      type: 'pie',
      data: {
        values: [
          { n: '按期', v: 20 },
          { n: '临期', v: 5 },
          { n: '逾期', v: 2 },
        ],
      },
      categoryField: 'n',
      valueField: 'v',
      innerRadius: 0.6,
    },
  },
  {
    tag: 'chart',
    chart_spec: {
      type: 'linearProgress',
      data: {
        values: [
          { type: '债券支付', value: 0.62 },
          { type: '贴息兑付', value: 0.9 },
        ],
      },
      xField: 'value',
      yField: 'type',
    },
  },
]
