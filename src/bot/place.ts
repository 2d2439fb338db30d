/** A place: a group (`g:<chat id>`) or a person's private chat (`p:<person id>`). */
export type Place = `g:${string}` | `p:${number}`

export const groupPlace = (chat: string): Place => `g:${chat}`
export const privatePlace = (person: number): Place => `p:${person}`

/** The person whose private chat a place is. */
export const personOf = (place: string): number | undefined =>
  place.startsWith('p:') ? Number(place.slice(2)) : undefined

/** The chat id of a group's place. */
export const chatOf = (place: string): string | undefined =>
  place.startsWith('g:') ? place.slice(2) : undefined
