/** The address when it is a whole http or https one that a person may open; undefined for everything else. */
export function safeUrl(text: string): string | undefined {
  try {
    const { protocol, href } = new URL(text.trim())
    return protocol === 'http:' || protocol === 'https:' ? href : undefined
  } catch {
    return undefined
  }
}
