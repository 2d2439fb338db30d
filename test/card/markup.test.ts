import { describe } from 'vitest'
import { arePassed, areRefused, areWarned, one, says } from './breaking.ts'

describe('Markdown is refused when', () => {
  areRefused([
    ['a link runs into Chinese', 'link-glued', says('请看https://example.com/a查看')],
    ['a link runs into a full stop', 'link-glued', says('请看 https://example.com/a。')],
    ['a link of Markdown has another scheme', 'url', says('[看](javascript:alert(1))')],
    ['a tag has another scheme', 'url', says("<a href='file:///etc'>看</a>")],
    ['an image has no key', 'img-key', says('![照片]()')],
  ])
})

describe('Markdown passes with a warning when', () => {
  areWarned([
    ['everybody is called', 'at-all', says('<at id=all></at>')],
    [
      'everybody is called in a translation',
      'at-all',
      one('markdown', (element) => (element.i18n_content = { en_us: "<at id='all'></at>" })),
    ],
    [
      'everybody is called in a cell',
      'at-all',
      one('table', (table) => (table.rows[1].link = '<at id="all"></at>')),
    ],
  ])
})

describe('Markdown passes when', () => {
  arePassed([
    ['a link stands in a tag', says('<a href="https://example.com/a">看</a>文件')],
    ['a link stands between tags', says('<a>https://example.com</a>文件')],
    ['a link stands between spaces', says('看 https://example.com/a 文件')],
    ['a link stands in code', says('`https://example.com`文件')],
    ['a telephone number can be tapped', says('[电话](tel://12345)')],
    ['one person is called', says('<at id=ou_all123></at>')],
  ])
})
