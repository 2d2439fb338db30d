/** A .docx whose bytes depend on its content alone: made twice, from the same facts at the same moment, it is the same. */
import type { Document } from 'docx'
import type { Instant } from '../domain/time/day.ts'

/** Packs a document; `at` is when the office made it. */
export async function packedAt(document: Document, at: Instant): Promise<Uint8Array> {
  const { Packer } = await import('docx')
  const when = `${new Date(at).toISOString().slice(0, 19)}Z`
  const data = CORE.replaceAll('{when}', when)
  const bytes = await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data }])
  return withoutClock(new Uint8Array(bytes))
}

const CORE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>督办</dc:creator><cp:lastModifiedBy>督办</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified></cp:coreProperties>`

/** Where the entries of an archive are listed: signature, and where time and date of a file stand behind it. */
const DIRECTORY = 0x02014b50
/** 1 January 1980, the first day such an archive knows. */
const FIRST_DAY = 0x0021
const ENTRY = 46
const END = 22

/** The archive's own stamps are those of the machine's clock; they are put to the first day there is. */
function withoutClock(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stamp = (at: number) => view.setUint32(at, FIRST_DAY << 16, true)
  const end = bytes.byteLength - END
  for (let at = view.getUint32(end + 16, true); view.getUint32(at, true) === DIRECTORY; ) {
    stamp(at + 12)
    stamp(view.getUint32(at + 42, true) + 10)
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    at += ENTRY + lengths.reduce((sum, length) => sum + length, 0)
  }
  return bytes
}
