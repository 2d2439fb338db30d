/** The names of the series with their colours; nothing for a single nameless one. */
export function Legend({ names }: { names: string[] }) {
  if (names.filter(Boolean).length === 0) return null
  return (
    <ul class="legend">
      {names.map((name, i) => (
        <li key={name}>
          <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
            <rect width="8" height="8" rx="2" class={`c${i % 8}`} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  )
}
