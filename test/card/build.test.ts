import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as build from '../../src/card/build.ts'
import { checkCard, countElements } from '../../src/card/check.ts'
import { escaped } from '../../src/card/escape.ts'
import type { Element } from '../../src/card/types.ts'
import type { Loose } from './good.ts'

const { button, buttons, card, chart, columns, date, facts, form, hr, input } = build
const { markdown, note, panel, person, select, table, text } = build

/** Text as people and programs type it: Chinese, Markdown, tags, invisible and broken characters. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '督办',
          '<at id=all></at>',
          '[a](javascript:1)',
          '**',
          '\n',
          '\u202e',
          '\u0000',
          '\ud800',
        ],
        ...[
          'https://a.cn查看',
          '😀',
          '\u{f0001}',
          '\u200b',
          '|',
          ' ',
          '```',
          '$urlVal',
          '<font color=red>',
        ],
      ),
      { maxLength: 900 },
    )
    .map((parts) => parts.join('')),
)

const cardOf = (...elements: Element[]) => card({ title: '督办', elements })

/** Every text of the card that is not in a plain text object, but for the attributes we wrote. */
function markupOf(value: Loose): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (value.tag === 'markdown' || value.tag === 'lark_md') return [value.content]
  return Object.values(value).flatMap(markupOf)
}

describe('words that people typed', () => {
  it.each<[string, (words: string) => Element]>([
    ['a paragraph', (words) => text(words, { size: 'heading', color: 'red', lines: 2 })],
    ['a note', (words) => note(words)],
    [
      'facts',
      (words) =>
        facts([
          ['标题', words],
          [words, '值'],
        ]),
    ],
    [
      'a button',
      (words) => button({ text: words, say: words, confirm: { title: words, text: words } }),
    ],
    ['a panel title', (words) => panel(words, [note(words)])],
    [
      'a table',
      (words) =>
        table({
          columns: [
            { name: 'a', label: words },
            { name: 'b', label: '灯', type: 'options' },
          ],
          rows: [{ a: words, b: [{ text: words, color: 'red' }] }],
        }),
    ],
    [
      'a form',
      (words) =>
        form('report', [
          input({
            name: 'a',
            label: words,
            placeholder: words,
            value: words,
            multiline: true,
            max: 200,
          }),
          select({
            name: 'b',
            placeholder: words,
            options: [{ text: words, value: 'x' }],
            value: 'x',
          }),
          date({ name: 'c', placeholder: words }),
          person({ name: 'd', placeholder: words, options: ['ou_a'] }),
          buttons([button({ text: words, say: '报 12', name: 'go', submit: true })]),
        ]),
    ],
  ])('keep a card good in %s, and are never read as Markdown', (_what, make) => {
    fc.assert(
      fc.property(typed, (words) => {
        const made = card({
          title: words,
          subtitle: words,
          summary: words,
          tags: [{ text: words, color: 'red' }],
          elements: [make(words)],
        })
        expect(checkCard(made)).toEqual({ ok: true, findings: [] })
        expect(markupOf(made)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('lose what cannot be seen, and keep everything else', () => {
    const said = text('a\u202eb\u200b\u0000\r\nc\td\u{f0000}\u{10fffd}\ud800督办😀')
    expect(said.text.content).toBe('ab\nc d督办😀')
  })

  it('are cut with an ellipsis, never through a character', () => {
    expect(text('一'.repeat(3000)).text.content).toBe(`${'一'.repeat(1999)}…`)
    const long = text('😀'.repeat(1500)).text.content
    expect(long.endsWith('😀…')).toBe(true)
    expect(long.length).toBeLessThanOrEqual(2000)
    expect(button({ text: '一'.repeat(200), say: 'x' }).text.content).toHaveLength(100)
  })
})

describe('the builder', () => {
  it('makes a card that can be patched, whose forwarded copies cannot be tapped', () => {
    expect(card({ title: '督办 12', color: 'red', elements: [hr()] })).toEqual({
      schema: '2.0',
      config: { update_multi: true, enable_forward_interaction: false, width_mode: 'default' },
      header: { title: { tag: 'plain_text', content: '督办 12' }, template: 'red' },
      body: { vertical_spacing: '8px', elements: [{ tag: 'hr' }] },
    })
  })

  it('keeps three tags at most', () => {
    const tags = ['一', '二', '三', '四'].map((word) => ({ text: word, color: 'blue' as const }))
    expect(card({ title: '', tags, elements: [] }).header?.text_tag_list).toHaveLength(3)
  })

  it('makes buttons that say a sentence', () => {
    expect(button({ text: '签收', say: '签收 12', rev: 3, type: 'primary' }).behaviors).toEqual([
      { type: 'callback', value: { say: '签收 12', rev: 3 } },
    ])
    expect(button({ text: '退回', say: '退签 12' }).behaviors).toEqual([
      { type: 'callback', value: { say: '退签 12' } },
    ])
    expect(button({ text: '交', say: '报 12', name: 'go', submit: true })).toMatchObject({
      name: 'go',
      form_action_type: 'submit',
    })
  })

  it('lays facts out in rows of a label and a value', () => {
    const rows = facts([
      ['承办单位', '农业农村科'],
      ['期限', '12月5日'],
    ])
    expect(countElements(rows)).toBe(2 + 2 * 7)
    const [first] = rows.columns[0]!.elements as Loose[]
    expect(first.columns[0].elements[0].text).toMatchObject({
      content: '承办单位',
      text_color: 'grey',
    })
    expect(first.columns[1].elements[0].text).toEqual({ tag: 'plain_text', content: '农业农村科' })
  })

  it('shows the first choice of a list', () => {
    const options = [
      { text: '优秀', value: 'a' },
      { text: '良好', value: 'b' },
    ]
    expect(select({ name: 's', placeholder: '', options, value: 'b' }).initial_index).toBe(2)
    expect(select({ name: 's', placeholder: '', options, value: 'c' })).not.toHaveProperty(
      'initial_index',
    )
  })

  it('keeps tables to their columns and to ten rows a page', () => {
    const made = table({
      columns: [{ name: 'a', label: '事' }],
      rows: [{ a: '1', b: '2' }],
      pageSize: 50,
    })
    expect(made.rows).toEqual([{ a: '1' }])
    expect(made.page_size).toBe(10)
  })

  it('makes everything else good as well', () => {
    const made = cardOf(
      markdown('**督办**'),
      columns([{ weight: 2, elements: [hr()] }, { elements: [] }], {
        flex: 'stretch',
        spacing: '4px',
      }),
      table({
        columns: [
          { name: 'n', label: '编号', type: 'number', width: '80px', align: 'right' },
          { name: 'd', label: '期限', type: 'date' },
          { name: 'p', label: '承办', type: 'persons' },
        ],
        rows: [{ n: 1, d: 1_700_000_000_000, p: ['ou_a'] }],
      }),
      chart({ type: 'bar' }, { height: 200 }),
      chart({ type: 'pie' }),
      panel('更多', [facts([['一', '二']]), columns([{ elements: [buttons([])] }])], {
        open: true,
      }),
      form('f', [
        input({ name: 'i', required: true }),
        date({ name: 'd', placeholder: '期限', value: '2026-12-05' }),
        person({ name: 'p' }),
        button({ text: '提交', say: '报 12', name: 'go', submit: true }),
      ]),
    )
    expect(checkCard(made)).toEqual({ ok: true, findings: [] })
  })
})

describe('escape', () => {
  it('writes every sign that Markdown reads as an entity, & first', () => {
    expect(escaped('a & <b> *c* [d](e)')).toBe(
      'a &#38; &#60;b&#62; &#42;c&#42; &#91;d&#93;&#40;e&#41;',
    )
    expect(escaped('~|#`_$:/')).toBe('&#126;&#124;&#35;&#96;&#95;&#36;&#58;&#47;')
  })

  it('keeps lines apart and lets no line start a list or a code block', () => {
    expect(escaped('一\n    二\n1. 三')).toBe('一<br>&nbsp;&nbsp;&nbsp;&nbsp;二<br>1&#46; 三')
  })

  it('leaves nothing that could be a tag, a link or a mention, and says the same', () => {
    fc.assert(
      fc.property(typed, (words) => {
        const fragment = escaped(words)
        expect(fragment.replaceAll('<br>', '').replace(/&(?:nbsp|#\d+);/g, '')).not.toMatch(
          /[<>&*_`[\]()#|~\\:/$]/,
        )
        const back = fragment
          .replaceAll('<br>', '\n')
          .replaceAll('&nbsp;', ' ')
          .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
        expect(text(back).text).toEqual(text(words).text)
        const made = checkCard(cardOf(markdown(`**${fragment.slice(0, 2000)}**`)))
        expect(made).toEqual({ ok: true, findings: [] })
      }),
      { numRuns: 100 },
    )
  })
})
