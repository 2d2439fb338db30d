import { useEffect, useRef } from 'preact/hooks'
import { signal, useSignal } from './signal.ts'

interface Question {
  title: string
  text: string
  answer: (yes: boolean) => void
}

const asked = signal<Question | undefined>(undefined)

/** Asks before something is done; resolves to what was chosen. */
export function confirmed(title: string, text: string): Promise<boolean> {
  return new Promise((answer) => asked.set({ title, text, answer }))
}

/** The place where questions appear. */
export function ConfirmBox() {
  const question = useSignal(asked)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (question) box.current?.showModal()
  }, [question])
  if (!question) return null
  const close = (yes: boolean) => {
    asked.set(undefined)
    question.answer(yes)
  }
  return (
    <dialog
      ref={box}
      class="box confirm"
      aria-label={question.title || '请确认'}
      onCancel={() => close(false)}
    >
      <h2>{question.title || '请确认'}</h2>
      <p>{question.text}</p>
      <div class="box-foot">
        <button type="button" class="btn" onClick={() => close(false)}>
          取消
        </button>
        <button type="button" class="btn btn-primary" onClick={() => close(true)}>
          确认
        </button>
      </div>
    </dialog>
  )
}
