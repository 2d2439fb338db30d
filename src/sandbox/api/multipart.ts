/** Multipart bodies, read by hand: the SDK sends a buffer as a part with a type but no file name. */

/** The parts of a form by name; a file is bytes. */
export type Form = Record<string, string | Uint8Array>

/** The parts of a multipart/form-data body by name: bytes where a part has a type or a file name, else text. */
export function readForm(contentType: string, body: Uint8Array): Form {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) return {}
  const form: Form = {}
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const edge = `--${boundary}`
  let at = bytes.indexOf(edge)
  while (at >= 0) {
    const start = at + edge.length + 2
    const next = bytes.indexOf(`\r\n${edge}`, start)
    const headEnd = bytes.indexOf('\r\n\r\n', start)
    if (next < 0 || headEnd < 0 || headEnd > next) break
    const head = bytes.subarray(start, headEnd).toString()
    const content = bytes.subarray(headEnd + 4, next)
    const name = /[; ]name="([^"]*)"/i.exec(head)?.[1]
    const isFile = /filename=|^content-type:/im.test(head)
    if (name !== undefined) form[name] = isFile ? new Uint8Array(content) : content.toString()
    at = next + 2
  }
  return form
}
