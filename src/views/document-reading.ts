/** A dropped .docx or .txt as lines of text: a row of a table is one line, an item of a list carries a mark. */
import { Declined } from '../domain/declined.ts'
import { refuseUnfit } from './upload.ts'

/** The text of a document by its name's ending. Declines what cannot be read. */
export async function readDocument(name: string, bytes: Uint8Array): Promise<string> {
  if (/\.(?:txt|md)$/iu.test(name)) return readText(bytes)
  refuseUnfitDocument(bytes)
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return linesOf(value)
  } catch {
    throw unreadable()
  }
}

/** UTF-8, UTF-16 by its mark, else what Windows writes in China. */
function readText(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_TEXT)
    throw new Declined('E-DOC-2', '文本超过1MB，请只留下议定事项再发。')
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const LARGEST_TEXT = 1024 * 1024

function refuseUnfitDocument(bytes: Uint8Array): void {
  try {
    refuseUnfit(bytes)
  } catch (error) {
    // A .docx is a zip like an .xlsx; only the words about it differ.
    const code = error instanceof Declined ? error.code : ''
    if (code === 'E-SHEET-2' || code === 'E-SHEET-3')
      throw new Declined('E-DOC-1', '这是旧格式或设有密码的文档，请另存为不带密码的 .docx 后再发。')
    throw code === 'E-SHEET-5' ? unreadable() : error
  }
}

const unreadable = () =>
  new Declined('E-DOC-1', '这不是可用的 .docx 文档，请在 Word 或 WPS 中另存为 .docx 后再发。')

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
}

/** The lines of what mammoth made of it; its tags are few and never nested in attributes. */
function linesOf(html: string): string {
  return html
    .replace(
      /<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/gu,
      (_, cell: string) => `${cell.replace(/<[^>]+>/gu, ' ').trim()}\t`,
    )
    .replace(/<li[^>]*>/gu, '\n• ')
    .replace(/<br\s*\/?>|<\/(?:p|tr|h[1-6]|li|ol|ul|table)>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/gu, (sign) => ENTITIES[sign] ?? sign)
    .replace(/\n\s*\n+/gu, '\n')
    .trim()
}
