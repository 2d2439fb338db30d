/** Hazards of Markdown: sends that fail, and mentions that wake everybody (卡片常见问题; 富文本). */
import { at, isObject, listOf, objectOf } from '../json.ts'
import { eachObject, type Sheet } from '../sheet.ts'

const MARKUP = new Set(['markdown', 'lark_md'])

/** Links, tags and code: what stands in them is no bare link. Each part is linear in the text. */
const ENCLOSED = /\]\([^()\s]*\)|<a\b[^<>]*>[^<>]*<\/a>|<[^<>]*>|`[^`]*`/g

const SCHEMES = /^(?:https?|tel|mailto|lark|feishu)$/i

/** Looks at every text that is read as Markdown: components, text objects, translations, table cells. */
export function checkMarkup(sheet: Sheet): void {
  eachObject(sheet.card, (object, path) => {
    if (typeof object.tag !== 'string' || !MARKUP.has(object.tag)) return
    checkText(object.content, at(path, 'content'), sheet)
    for (const [locale, text] of Object.entries(objectOf(object.i18n_content)))
      checkText(text, `${path}.i18n_content.${locale}`, sheet)
  })
  for (const { tag, element, path } of sheet.parts) {
    if (tag !== 'table') continue
    for (const column of listOf(element.columns).filter(isObject))
      if (column.data_type === 'lark_md' || column.data_type === 'markdown')
        listOf(element.rows).forEach((row, i) => {
          const { name } = column
          if (typeof name === 'string')
            checkText(objectOf(row)[name], `${path}.rows[${i}].${name}`, sheet)
        })
  }
}

function checkText(text: unknown, path: string, { report }: Sheet): void {
  if (typeof text !== 'string') return
  if (/<at\s+(?:id|ids)\s*=\s*["']?all\b/i.test(text))
    report.warning('at-all', path, '@所有人 会打扰全群；群内不允许时整张卡片发送失败')
  if (/\]\(\$\w+\)/.test(text))
    report.error('gone', path, '差异化跳转 $urlVal 已废弃，请改用 <link url=…></link>')
  if (/!\[[^[\]]*\]\(\s*\)/.test(text)) report.error('img-key', path, '图片缺少 img_key')
  for (const [, scheme = ''] of text.matchAll(
    /(?:\]\(|(?:href|url)\s{0,9}=\s{0,9}["']?)\s{0,9}([a-z][a-z\d+.-]{0,20}):/gi,
  ))
    if (!SCHEMES.test(scheme)) report.error('url', path, `链接协议 ${scheme} 不在白名单内`)
  if (hasGluedLink(text))
    report.error('link-glued', path, '链接后紧跟中文会使整张卡片发送失败，请用空格隔开或用 <a>')
}

/** Whether a bare link runs straight into Chinese, so that the platform takes both for one bad link. */
function hasGluedLink(text: string): boolean {
  const bare = text.replace(ENCLOSED, ' ')
  for (const link of bare.matchAll(/https?:\/\/[!-~]*/gi)) {
    const next = bare.charCodeAt(link.index + link[0].length)
    if (next > 0x7f) return true
  }
  return false
}
