/** A .docx whose bytes depend on its content alone: made again from the same facts it is the same file. */
import type { Document } from 'docx'

/** Packs a document without the moment at which it was packed. */
export async function packed(document: Document): Promise<Uint8Array> {
  const { Packer } = await import('docx')
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: CORE },
  ])
  return withoutClock(new Uint8Array(bytes))
}

const CORE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>督办</dc:creator><cp:lastModifiedBy>督办</cp:lastModifiedBy></cp:coreProperties>`

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
