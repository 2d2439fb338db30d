import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocks } from '../../src/sandbox/page/markdown/block.ts'
import { inline } from '../../src/sandbox/page/markdown/inline.ts'
import type { Block, Inline } from '../../src/sandbox/page/markdown/tree.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })

/** All words of a tree, in order. */
function words(pieces: Inline[]): string {
  return pieces
    .map((piece) => ('inside' in piece ? words(piece.inside) : 'text' in piece ? piece.text : ''))
    .join('')
}

/** All addresses of a tree. */
function addresses(parts: (Block | Inline)[]): string[] {
  return JSON.stringify(parts)
    .split('"href":"')
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf('"')))
}

describe('markdown inside a line', () => {
  it.each<[string, Inline[]]>([
    [
      '**粗** *斜* ~~删~~',
      [
        { kind: 'bold', inside: [text('粗')] },
        text(' '),
        { kind: 'italic', inside: [text('斜')] },
        text(' '),
        { kind: 'strike', inside: [text('删')] },
      ],
    ],
    [
      '**粗*斜*粗**',
      [
        {
          kind: 'bold',
          inside: [text('粗'), { kind: 'italic', inside: [text('斜')] }, text('粗')],
        },
      ],
    ],
    ['2 * 3 * 4 snake_case_name', [text('2 * 3 * 4 snake_case_name')]],
    ['`a*b*`', [{ kind: 'code', text: 'a*b*' }]],
    ['\\*不斜\\*', [text('*不斜*')]],
    ['&#60;b&#62; &amp; &#x42; &nbsp;&unknown; &#0;', [text('<b> & B \u00a0&unknown; \ufffd')]],
    [
      '第一行\n第二行<br>三',
      [text('第一行'), { kind: 'break' }, text('第二行'), { kind: 'break' }, text('三')],
    ],
    [
      '[办法](https://a.cn/x) https://b.cn，',
      [
        { kind: 'link', href: 'https://a.cn/x', inside: [text('办法')] },
        text(' '),
        { kind: 'link', href: 'https://b.cn/', inside: [text('https://b.cn')] },
        text('，'),
      ],
    ],
    [
      "<font color='red'>红**粗**</font>",
      [
        {
          kind: 'font',
          colour: 'red',
          inside: [text('红'), { kind: 'bold', inside: [text('粗')] }],
        },
      ],
    ],
    [
      '<text_tag color="blue">标签</text_tag>',
      [{ kind: 'tag', colour: 'blue', inside: [text('标签')] }],
    ],
    [
      '<at id=ou_1></at><at ids=ou_2,ou_3></at>',
      [
        { kind: 'at', ids: ['ou_1'] },
        { kind: 'at', ids: ['ou_2', 'ou_3'] },
      ],
    ],
    ["<person id = 'ou_1' show_name = true></person>", [{ kind: 'person', ids: ['ou_1'] }]],
    ['<number_tag>3</number_tag>', [{ kind: 'number', text: '3' }]],
    [
      "<local_datetime millisecond='1795536000000' format_type='date_num'></local_datetime>",
      [{ kind: 'time', at: 1795536000000, format: 'date_num' }],
    ],
    ['![现场](img_v3_1)', [{ kind: 'image', alt: '现场' }]],
    ['<b>不认</b>', [text('<b>不认</b>')]],
    ['&#42;&#42;不粗&#42;&#42;', [text('**不粗**')]],
  ])('%s', (source, tree) => {
    expect(inline(source)).toEqual(tree)
  })

  it('keeps every character of text without marks', () => {
    const plain = fc.string({
      unit: fc.constantFrom('甲', 'a', ' ', '1', '。', '@', '#', '-', '|', '>'),
    })
    fc.assert(
      fc.property(plain, (source) => {
        expect(words(inline(source))).toBe(source)
      }),
    )
  })
})

describe('markdown blocks', () => {
  const kinds = (source: string) => blocks(source).map(({ kind }) => kind)

  it('tell headings, rules, quotes, code, lists, tables and paragraphs apart', () => {
    const source = '# 标题\n---\n> 引用\n```\na < b\n```\n- 甲\n1. 乙\n|a|b|\n|-|-|\n|1|2|\n\n末段'
    expect(kinds(source)).toEqual([
      'heading',
      'rule',
      'quote',
      'code',
      'list',
      'list',
      'table',
      'paragraph',
    ])
  })

  it('nest lists by indentation and keep the first number', () => {
    expect(blocks('3. 甲\n  - 细\n4. 乙')).toEqual([
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          [
            { kind: 'paragraph', inside: [text('甲')] },
            {
              kind: 'list',
              ordered: false,
              start: 1,
              items: [[{ kind: 'paragraph', inside: [text('细')] }]],
            },
          ],
          [{ kind: 'paragraph', inside: [text('乙')] }],
        ],
      },
    ])
  })

  it('read tables with marks in their cells', () => {
    expect(blocks('| 事项 | 状态 |\n| :-- | --: |\n| **12** | 在办 |')).toEqual([
      {
        kind: 'table',
        head: [[text('事项')], [text('状态')]],
        rows: [[[{ kind: 'bold', inside: [text('12')] }], [text('在办')]]],
      },
    ])
  })
})

describe('hostile markdown', () => {
  it('links nothing but http and https', () => {
    const schemes = [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc',
      'JaVaScRiPt:1',
      '//a.cn',
      'lark://x',
    ]
    for (const scheme of schemes) {
      const source = `[a](${scheme}) <a href="${scheme}">b</a> <link url='${scheme}'>c</link>`
      expect(addresses(blocks(source))).toEqual([])
      expect(words(inline(source))).toBe('a b c')
    }
  })

  it('never throws and never links another scheme, whatever is written', () => {
    const bits = fc.constantFrom(
      '*',
      '**',
      '~~',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '</font>',
      '<font color=red>',
      '<at id=',
      '<a href=',
      'javascript:',
      'https://',
      '&#',
      ';',
      '\n',
      '  ',
      '- ',
      '1. ',
      '> ',
      '|',
      '|-|',
      '```',
      '\\',
      '!',
      '甲',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
        for (const href of addresses(blocks(parts.join('')))) expect(href).toMatch(/^https?:\/\//)
      }),
      { numRuns: 500 },
    )
  })

  it('reads thirty kilobytes of marks that never end', () => {
    for (const mark of ['*', '**a', '[', '<font color=red>', '`', '> ', '- ', '~~', '&', '|'])
      expect(JSON.stringify(blocks(`${mark.repeat(30_000 / mark.length)}末`))).toContain('末')
  })
})
