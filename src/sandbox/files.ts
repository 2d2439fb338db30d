/** Files and images that were uploaded or sent. */

/** A file or image with its bytes. */
export interface StoredFile {
  key: string
  kind: 'file' | 'image'
  name: string
  /** file_type of the upload: xls, pdf, stream …; empty for what people sent. */
  type: string
  /** 'bot' or the open_id of who sent it. */
  owner: string
  bytes: Uint8Array
}

/** A file with its bytes as base64, as a snapshot keeps it. */
export type KeptFile = Omit<StoredFile, 'bytes'> & { base64: string }

/** The store of files, by key. */
export class Files {
  readonly #byKey = new Map<string, StoredFile>()

  add(file: StoredFile): StoredFile {
    this.#byKey.set(file.key, file)
    return file
  }

  get(key: string): StoredFile | undefined {
    return this.#byKey.get(key)
  }

  state(): KeptFile[] {
    return [...this.#byKey.values()].map(({ bytes, ...file }) => ({
      ...file,
      base64: Buffer.from(bytes).toString('base64'),
    }))
  }

  restore(kept: KeptFile[]): void {
    for (const { base64, ...file } of kept)
      this.add({ ...file, bytes: Buffer.from(base64, 'base64') })
  }
}
