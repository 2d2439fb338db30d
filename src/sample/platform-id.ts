/** Ids in the shape of the platform's own, always the same for the same word. */

/** 32 hex digits from four FNV-1a hashes that start at different places. */
function hex32(word: string): string {
  let hex = ''
  for (let part = 0; part < 4; part++) {
    let hash = (0x811c9dc5 ^ (part * 0x9e3779b1)) >>> 0
    for (const char of word) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0
    // A last mixing, because FNV leaves the words' common beginnings visible in the upper bits.
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
    hex += ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0')
  }
  return hex
}

/** The open_id of a person of the sample office, `ou_` and 32 hex digits. */
export const openIdOf = (key: string): string => `ou_${hex32(`person/${key}`)}`

/** The union_id of a person, `on_` and 32 hex digits. */
export const unionIdOf = (key: string): string => `on_${hex32(`union/${key}`)}`

/** The id of a group, `oc_` and 32 hex digits. */
export const chatIdOf = (key: string): string => `oc_${hex32(`chat/${key}`)}`
