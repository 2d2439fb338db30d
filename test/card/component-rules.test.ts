import { describe } from 'vitest'
import { arePassed, areRefused, areWarned, one, panelOf } from './breaking.ts'
import { cardOf, ELEMENTS, formOf } from './good.ts'

const tables = (count: number) => () => cardOf(...Array(count).fill(ELEMENTS.table))

describe('a tap is refused when', () => {
  areRefused([
    ['a button type is unknown', 'enum', one('button', (button) => (button.type = 'warning'))],
    ['a button size is unknown', 'enum', one('button', (button) => (button.size = 'huge'))],
    [
      'a button text is too long',
      'length',
      one('button', (button) => (button.text.content = '一'.repeat(101))),
    ],
    ['a button text is Markdown', 'tag', one('button', (button) => (button.text.tag = 'lark_md'))],
    [
      'a callback value is a text',
      'callback-value',
      one('button', (b) => (b.behaviors[0].value = 'x')),
    ],
    [
      'a callback has no value',
      'callback-value',
      one('button', (b) => delete b.behaviors[0].value),
    ],
    ['an old value is a text', 'callback-value', one('button', (b) => (b.value = 'x'))],
    ['a behaviour is unknown', 'behavior', one('button', (b) => (b.behaviors[0].type = 'close'))],
    ['a link has no address', 'open-url', one('button', (b) => delete b.behaviors[1].default_url)],
    ['a question has no text', 'required', one('button', (button) => delete button.confirm.text)],
    [
      'a container does nothing',
      'required',
      one('interactive_container', (element) => delete element.behaviors),
    ],
  ])
})

describe('a table is refused when', () => {
  areRefused([
    ['a table is nested', 'table-root', () => cardOf(panelOf(ELEMENTS.table))],
    ['a table stands in a form', 'table-root', () => cardOf(formOf(ELEMENTS.table))],
    ['there are six tables', 'table-count', tables(6)],
    [
      'a table has 51 columns',
      'table-columns',
      one('table', (table) => {
        table.columns = Array.from({ length: 51 }, (_, i) => ({ name: `c${i}`, data_type: 'text' }))
        table.rows = []
      }),
    ],
    ['a page has 11 rows', 'range', one('table', (table) => (table.page_size = 11))],
    ['a page has no rows', 'range', one('table', (table) => (table.page_size = 0))],
    [
      'a data_type is unknown',
      'enum',
      one('table', (table) => (table.columns[0].data_type = 'date2')),
    ],
    [
      'two columns have one name',
      'table-column-unique',
      one('table', (t) => (t.columns[1].name = 'no')),
    ],
    ['a row names no column', 'table-row', one('table', (table) => (table.rows[0].other = 'x'))],
    ['a number is a text', 'table-cell', one('table', (table) => (table.rows[0].no = '12'))],
    [
      'a tag has no text',
      'table-cell',
      one('table', (table) => delete table.rows[0].light[0].text),
    ],
    ['a row is a list', 'type', one('table', (table) => (table.rows[0] = []))],
    [
      'a column is too narrow',
      'measure',
      one('table', (table) => (table.columns[0].width = '20px')),
    ],
  ])
})

describe('a component is refused when', () => {
  areRefused([
    ['flex_mode is unknown', 'enum', one('column_set', (set) => (set.flex_mode = 'wrap'))],
    ['a weight is 6', 'range', one('column_set', (set) => (set.columns[0].weight = 6))],
    ['a column is no column', 'tag', one('column_set', (set) => (set.columns[0].tag = 'div'))],
    ['columns are missing', 'required', one('column_set', (set) => delete set.columns)],
    [
      'a panel has no header',
      'required',
      one('collapsible_panel', (element) => delete element.header),
    ],
    ['a chart has no specification', 'chart', one('chart', (chart) => delete chart.chart_spec)],
    ['a specification is a text', 'chart', one('chart', (chart) => (chart.chart_spec = '{}'))],
    [
      'a specification has a function',
      'chart',
      one('chart', (chart) => (chart.chart_spec.label = { format: 'function (x) { return x }' })),
    ],
    [
      'a specification has an arrow function',
      'chart',
      one('chart', (chart) => (chart.chart_spec.label = ['(a, b) => a - b'])),
    ],
    ['an img_key is empty', 'img-key', one('img', (img) => (img.img_key = ''))],
    ['an img_key is missing', 'img-key', one('img', (img) => delete img.img_key)],
    [
      'audio may be forwarded',
      'audio-forward',
      one('audio', (_, c) => delete c.config.enable_forward),
    ],
  ])
})

describe('a component passes with a warning when', () => {
  areWarned([
    ['there are four tables', 'table-count', tables(4)],
    ['there are six charts', 'chart-count', () => cardOf(...Array(6).fill(ELEMENTS.chart))],
    ['it has a fallback', 'old-spelling', one('hr', (hr) => (hr.fallback = 'drop'))],
    ['a confirm is empty', 'blank', one('button', (button) => (button.confirm = {}))],
    [
      'all rows carry a key without a column',
      'table-row',
      one('table', (table) => {
        for (const row of table.rows) row.other = 1
      }),
    ],
  ])
})

describe('a component passes when', () => {
  arePassed([
    ['a button only calls back', one('button', (button) => (button.behaviors = []))],
    ['a cell leads inside', one('table', (table) => (table.rows[0].link = '[文件](/a/b?c=d)'))],
    ['there are three tables', tables(3)],
  ])
})
