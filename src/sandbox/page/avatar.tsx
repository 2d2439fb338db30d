/** A round picture made of the last two characters of a name, in one of eight quiet colours; the bot has its mark. */
export function Avatar({ id, name, small }: { id: string; name: string; small?: boolean }) {
  const size = small ? 'avatar-small' : ''
  if (id === 'bot') return <span class={`avatar avatar-bot ${size}`} aria-hidden="true" />
  return (
    <span class={`avatar avatar-${shade(id)} ${size}`} aria-hidden="true">
      {small ? name.slice(-1) : name.slice(-2)}
    </span>
  )
}

function shade(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 8191
  return sum % 8
}
