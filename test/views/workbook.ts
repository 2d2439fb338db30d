/** Workbooks written by hand, as other programs (and enemies) write them. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface Entry {
  name: string
  bytes: Uint8Array
  /** What the directory claims instead of the truth. */
  claims?: { size?: number; packed?: number }
}

/** A zip of these entries, deflated. */
export function zip(entries: Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, claims } of entries) {
    const packed = deflateRawSync(bytes)
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, path, packed])
    const entry = Buffer.alloc(46)
    entry.write('PK\x01\x02', 'latin1')
    fields.copy(entry, 6)
    entry.writeUInt32LE(claims?.packed ?? packed.length, 20)
    entry.writeUInt32LE(claims?.size ?? bytes.length, 24)
    entry.writeUInt32LE(at, 42)
    locals.push(local)
    directory.push(Buffer.concat([entry, path]))
    at += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, index, end])
}

const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
const office = 'http://schemas.openxmlformats.org'
const main = `xmlns="${office}/spreadsheetml/2006/main"`
const relation = `${office}/officeDocument/2006/relationships`

/** The entries of a workbook whose tabs hold the given `<sheetData>` (and what follows it). */
export function workbook(tabs: { name: string; state?: string; inside: string }[]): Entry[] {
  const each = (line: (n: number, tab: (typeof tabs)[number]) => string) =>
    tabs.map((tab, at) => line(at + 1, tab)).join('')
  const part = (name: string, text: string): Entry => ({ name, bytes: xml(text) })
  return [
    part('[Content_Types].xml', `<Types xmlns="${office}/package/2006/content-types"/>`),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="${relation}"><sheets>${each(
        (n, { name, state }) =>
          `<sheet name="${name}" sheetId="${n}" ${state ? `state="${state}" ` : ''}r:id="rId${n}"/>`,
      )}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${office}/package/2006/relationships">${each(
        (n) =>
          `<Relationship Id="rId${n}" Type="${relation}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
      )}<Relationship Id="rIdS" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ),
    ...tabs.map(({ inside }, at) =>
      part(`xl/worksheets/sheet${at + 1}.xml`, `<worksheet ${main}>${inside}</worksheet>`),
    ),
  ]
}
