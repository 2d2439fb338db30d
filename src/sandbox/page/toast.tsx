import { signal, useSignal } from './signal.ts'

interface Toast {
  id: number
  kind: string
  text: string
}

/** How long a toast stays, in milliseconds, as on the platform. */
const STAYS = 3000
const KINDS = ['info', 'success', 'warning', 'error']

const shown = signal<Toast[]>([])
let last = 0

/** Shows a short word for three seconds; one that is already on the screen is not doubled. */
export function toast(kind: string | undefined, text: string | undefined): void {
  if (!text || shown.get().some((other) => other.text === text)) return
  const id = ++last
  shown.set([...shown.get(), { id, kind: KINDS.includes(kind ?? '') ? kind! : 'info', text }])
  setTimeout(() => shown.set(shown.get().filter((other) => other.id !== id)), STAYS)
}

/** The place where toasts appear. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {useSignal(shown).map(({ id, kind, text }) => (
        <div key={id} class={`toast toast-${kind}`}>
          {text}
        </div>
      ))}
    </div>
  )
}
