import { describe, expect, it } from 'vitest'
import { checkCard } from '../../src/card/check.ts'
import { arePassed, areRefused, areWarned, one, says, whole } from './breaking.ts'
import { cardOf, ELEMENTS, type Loose } from './good.ts'

const nested = (times: number): Loose => {
  let element: Loose = { tag: 'markdown', content: '里面' }
  for (let i = 0; i < times; i++)
    element = { tag: 'column_set', columns: [{ tag: 'column', elements: [element] }] }
  return element
}
const texts = (count: number) =>
  Array.from({ length: count }, () => ({ tag: 'div', text: { tag: 'plain_text', content: '一' } }))

describe('a card is refused when', () => {
  areRefused([
    ['the schema is missing', 'schema', whole((card) => delete card.schema)],
    ['the schema is 1.0', 'schema', whole((card) => (card.schema = '1.0'))],
    ['it has more than 30 KB', 'size', says('督'.repeat(10_300))],
    ['it has more than 200 elements', 'elements', () => cardOf(...texts(100))],
    ['components are nested six deep', 'nesting', () => cardOf(nested(5))],
    ['an attribute is unknown', 'unknown-attribute', one('hr', (hr) => (hr.size = 1))],
    ['the card has an unknown attribute', 'unknown-attribute', whole((card) => (card.name = 'x'))],
    ['config has one', 'unknown-attribute', whole((card) => (card.config.locale = 'zh_cn'))],
    ['a tag is unknown', 'tag', one('hr', (hr) => (hr.tag = 'line'))],
    ['a tag is missing', 'tag', one('hr', (hr) => delete hr.tag)],
    ['the tag is a word of JavaScript', 'tag', one('hr', (hr) => (hr.tag = 'constructor'))],
    ['update_multi is false', 'update-multi', whole((card) => (card.config.update_multi = false))],
    ['width_mode is unknown', 'enum', whole((card) => (card.config.width_mode = 'wide'))],
    ['the header has no title', 'required', whole((card) => delete card.header.title)],
    ['the title is a bare text', 'type', whole((card) => (card.header.title = '督办'))],
    ['the title has no content', 'required', whole((card) => delete card.header.title.content)],
    ['the template is unknown', 'enum', whole((card) => (card.header.template = 'pink'))],
    [
      'the header has four tags',
      'header-tags',
      whole((card) => (card.header.text_tag_list = Array(4).fill(card.header.text_tag_list[0]))),
    ],
    [
      'a tag has an unknown colour',
      'enum',
      whole((c) => (c.header.text_tag_list[0].color = 'pink')),
    ],
    ['the body has no elements', 'required', whole((card) => delete card.body.elements)],
    ['padding is negative', 'measure', whole((card) => (card.body.padding = '-4px'))],
    ['a margin has three values', 'measure', one('hr', (hr) => (hr.margin = '1px 2px 3px'))],
    ['a margin is too wide', 'measure', one('hr', (hr) => (hr.margin = '100px'))],
    ['a size lacks its unit', 'measure', one('div', (div) => (div.width = '100'))],
    ['an element id starts with a digit', 'element-id', one('hr', (hr) => (hr.element_id = '1a'))],
    [
      'an element id is too long',
      'element-id',
      one('hr', (hr) => (hr.element_id = 'a'.repeat(21))),
    ],
    ['an element id is empty', 'element-id', one('hr', (hr) => (hr.element_id = ''))],
    [
      'two element ids are the same',
      'element-id-unique',
      () => cardOf({ tag: 'hr', element_id: 'a' }, { tag: 'hr', element_id: 'a' }),
    ],
    ['a link has another scheme', 'url', whole((card) => (card.card_link.url = 'javascript:1'))],
    ['a link has a space', 'url', whole((card) => (card.card_link.url = 'https://a.cn/a b'))],
    ['the card link is nowhere', 'card-link', whole((card) => (card.card_link = { pc_url: '' }))],
    ['a colour is unknown', 'color', one('div', (div) => (div.text.text_color = 'slate-1'))],
    ['an alignment is unknown', 'enum', one('div', (div) => (div.text.text_align = 'justify'))],
    ['a language is unknown', 'locale', one('div', (d) => (d.text.i18n_content = { zh: '一' }))],
    ['a locale of the card is unknown', 'enum', whole((card) => (card.config.locales = ['zh']))],
    ['an icon has no token', 'required', one('div', (div) => delete div.icon.token)],
    ['an icon has an unknown tag', 'tag', one('div', (div) => (div.icon.tag = 'icon'))],
  ])
})

describe('what is left of 1.0 is refused when', () => {
  areRefused([
    ['elements stand at the top', 'gone', whole((card) => (card.elements = [{ tag: 'hr' }]))],
    ['i18n_elements are there', 'gone', whole((card) => (card.i18n_elements = { zh_cn: [] }))],
    ['the card has a fallback', 'gone', whole((card) => (card.fallback = {}))],
    ['a note is there', 'gone', () => cardOf({ tag: 'note', elements: [] })],
    ['an action module is there', 'gone', () => cardOf({ tag: 'action', actions: [] })],
    ['Markdown has a href', 'gone', one('markdown', (element) => (element.href = { urlVal: {} }))],
    ['Markdown uses $urlVal', 'gone', says('[看]($urlVal)')],
    [
      'an image fills the card',
      'measure',
      one('img', (img) => (img.size = 'stretch_without_padding')),
    ],
  ])
})

describe('a card passes with a warning when', () => {
  areWarned([
    ['it comes near 30 KB', 'size', says('督'.repeat(9_400))],
    ['a text size is unknown', 'text-size', one('div', (div) => (div.text.text_size = 'huge'))],
    ['it has no body', 'no-body', whole((card) => delete card.body)],
    [
      "the documents' own element id stands twice",
      'element-id-unique',
      () => cardOf({ tag: 'hr', element_id: 'custom_id' }, { tag: 'hr', element_id: 'custom_id' }),
    ],
  ])
})

describe('a card passes when', () => {
  const perClient = {
    pc_url: 'https://example.com',
    ios_url: 'lark://msgcard/unsupported_action',
    android_url: 'https://example.com',
  }
  arePassed([
    ['components are nested five deep', () => cardOf(nested(4))],
    ['it has exactly 200 elements', () => cardOf(...texts(98))],
    ['all clients have a link of their own', whole((card) => (card.card_link = perClient))],
  ])
})

describe('what is no card', () => {
  it.each([
    ['a text', '{"schema":"2.0"}'],
    ['null', null],
    ['a list', []],
    ['nothing', undefined],
  ])('%s is said to be none', (_what, value) => {
    expect(checkCard(value).findings.map((finding) => finding.rule)).toEqual(['not-an-object'])
  })

  it('a template is said to be one', () => {
    const template = { type: 'template', data: { template_id: 'AAq' } }
    expect(checkCard(template).findings.map((finding) => finding.rule)).toEqual(['template'])
  })

  it('a function cannot travel', () => {
    const card = cardOf({ ...ELEMENTS.chart, chart_spec: { format: () => 1 } })
    expect(checkCard(card).findings.map((finding) => finding.rule)).toEqual(['json'])
  })
})
