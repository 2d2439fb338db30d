const LIGHTS = new Map([
  ['🔴', 'red'],
  ['🟠', 'orange'],
  ['🟡', 'yellow'],
  ['🟢', 'green'],
  ['🔵', 'blue'],
  ['⚪', 'white'],
])
const LIGHT = new RegExp(`(${[...LIGHTS.keys()].join('|')})`, 'u')

/** Plain words whose lights are drawn by the page: office machines without a font for them show the same colours. */
export function Lit({ text }: { text: string }) {
  if (!LIGHT.test(text)) return <>{text}</>
  return (
    <>
      {text.split(LIGHT).map((part, i) => {
        const light = LIGHTS.get(part)
        return light ? (
          <span key={i} class={`light light-${light}`}>
            {part}
          </span>
        ) : (
          part
        )
      })}
    </>
  )
}
