import { useMemo, useState } from 'preact/hooks'
import { signal, useSignal } from '../signal.ts'
import { toast } from '../toast.tsx'
import { useCard } from './context.ts'
import {
  type FieldValue,
  FormContext,
  type FormValue,
  fieldsOf,
  isEmpty,
  type OnForm,
  sentValue,
} from './fields.ts'
import { text } from './json.ts'

/** What has been filled in and not yet sent, by person, message and form: a new card or another person loses nothing. */
const filled = signal<Record<string, Record<string, FieldValue>>>({})

/** form: fields that go together in one callback when its button is pressed. */
export function Form({ node }: { node: Record<string, unknown> }) {
  const { as, message, draw } = useCard()
  const key = `${as} ${message} ${text(node.name)}`
  const fields = useMemo(() => fieldsOf(node), [node])
  const typed = useSignal(filled)[key] ?? {}
  const [missing, setMissing] = useState<string[]>([])
  const forget = () => {
    const { [key]: _, ...others } = filled.get()
    filled.set(others)
    setMissing([])
  }
  const value = (name: string) =>
    typed[name] ?? fields.find((field) => field.name === name)?.initial
  const form: OnForm = {
    value,
    set(name, next) {
      filled.set({ ...filled.get(), [key]: { ...filled.get()[key], [name]: next } })
      setMissing((names) => names.filter((other) => other !== name))
    },
    missing: (name) => missing.includes(name),
    submit() {
      const empty = fields.filter(({ name, required }) => required && isEmpty(value(name) ?? ''))
      setMissing(empty.map(({ name }) => name))
      if (empty.length > 0) {
        toast('warning', '请先填写必填项')
        return undefined
      }
      const sent: FormValue = {}
      for (const field of fields) {
        const one = sentValue(field, value(field.name) ?? '')
        if (one !== undefined) sent[field.name] = one
      }
      return sent
    },
    reset: forget,
    sent: forget,
  }
  return (
    <FormContext.Provider value={form}>
      <fieldset class="form" aria-label="表单">
        {draw(node.elements)}
      </fieldset>
    </FormContext.Provider>
  )
}
