/** What an uploaded workbook must be before anything parses it: small, a zip, and small when unpacked. */
import { Declined } from '../domain/declined.ts'

const MEGABYTE = 1024 * 1024
const LARGEST_UPLOAD = 20 * MEGABYTE
/** The parser has no limit of its own: 199 kB of zip bomb took it 1.1 GB. */
const LARGEST_UNPACKED = 50 * MEGABYTE

const DIRECTORY_END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const SENTINEL = 0xffffffff
const DEFLATED = 8

/** Throws Declined unless the bytes look like an .xlsx that unpacks to at most 50 MB. */
export function refuseUnfit(bytes: Uint8Array): void {
  if (bytes.length > LARGEST_UPLOAD)
    throw new Declined('E-SHEET-1', '文件超过20MB，请删去图片或拆分后再发')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw compound(bytes)
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) throw unreadable()
  if (unpackedSize(bytes) > LARGEST_UNPACKED)
    throw new Declined('E-SHEET-4', '文件解压后超过50MB，请删去多余内容后再发')
}

/** An OLE2 container holds either an old .xls or a workbook locked with a password. */
function compound(bytes: Uint8Array): Declined {
  const locked = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    'EncryptedPackage',
    0,
    'utf16le',
  )
  return locked
    ? new Declined('E-SHEET-3', '文件设有打开密码，请取消密码后再发')
    : new Declined('E-SHEET-2', '这是旧格式的表格，请另存为 .xlsx 后再发')
}

/** The sum of the sizes that the zip's directory declares; the parser itself stops an entry at its declared size. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  // No office program needs zip64 for a file this small, and behind its sentinels stands another directory.
  if (count === 0xffff || at === SENTINEL || view.getUint32(end + 12, true) === SENTINEL)
    throw unreadable()
  let sum = 0
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw unreadable()
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    // A deflated entry takes two bytes at least and unpacks to what it declares: a zero would lift the limit.
    if (view.getUint16(at + 10, true) === DEFLATED && (packed === 0 || (size === 0 && packed > 2)))
      throw unreadable()
    sum += size === SENTINEL || packed === SENTINEL ? Number.POSITIVE_INFINITY : size
    const extras = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    at += extras.reduce((length, extra) => length + extra, 46)
  }
  return sum
}

function directoryEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 65_557)
  for (let at = view.byteLength - 22; at >= first; at--)
    if (view.getUint32(at, true) === DIRECTORY_END) return at
  throw unreadable()
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}

const unreadable = () =>
  new Declined('E-SHEET-5', '这不是可用的 .xlsx 表格，请在 Excel 或 WPS 中另存为 .xlsx 后再发')
