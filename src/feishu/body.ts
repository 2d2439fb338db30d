/** A request's raw bytes, never more of them than agreed. */

/**
 * Reads the body; undefined when it is larger than `most` bytes. A length that was declared too large is refused
 * unread; without one the stream is cut off at the limit.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array | undefined> {
  const declared = request.headers.get('content-length')
  if (declared === null) return readStream(request, most)
  if (!(Number(declared) <= most)) return undefined
  const raw = new Uint8Array(await request.arrayBuffer())
  return raw.byteLength <= most ? raw : undefined
}

async function readStream(request: Request, most: number): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > most) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
}
