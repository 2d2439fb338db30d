import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'

/** One thing to choose. */
export interface Choice {
  value: string
  label: string
  hint: string
}

/** From so many choices on there is a search field. */
const MANY = 8

/** A field that opens a list to choose one or several from, by mouse or keyboard. */
export function Choices(props: {
  choices: Choice[]
  value: string[]
  many: boolean
  placeholder: string
  disabled: boolean
  onPick: (value: string[]) => void
}) {
  const { choices, value, many, placeholder, disabled, onPick } = props
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const labels = value.map((one) => choices.find((choice) => choice.value === one)?.label ?? one)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  return (
    <div ref={root} class="choices">
      <button
        ref={button}
        type="button"
        class="field choices-field"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={id}
        aria-label={placeholder}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {labels.length > 0 ? labels.join('、') : <span class="hint">{placeholder}</span>}
      </button>
      {open && (
        <ChoiceList
          id={id}
          choices={choices}
          value={value}
          many={many}
          onClose={close}
          onPick={(one) => {
            if (!many) {
              close()
              return onPick([one])
            }
            onPick(value.includes(one) ? value.filter((v) => v !== one) : [...value, one])
          }}
        />
      )}
    </div>
  )
}

function ChoiceList(props: {
  id: string
  choices: Choice[]
  value: string[]
  many: boolean
  onClose: () => void
  onPick: (value: string) => void
}) {
  const { id, choices, value, many, onClose, onPick } = props
  const [asked, ask] = useState('')
  const [at, setAt] = useState(
    Math.max(
      0,
      choices.findIndex((one) => one.value === value[0]),
    ),
  )
  const box = useRef<HTMLDivElement>(null)
  const shown = choices.filter(({ label, hint }) => `${label} ${hint}`.includes(asked.trim()))
  useLayoutEffect(() => {
    const list = box.current
    list?.querySelector<HTMLElement>('input, [role=listbox]')?.focus()
    if (list && list.getBoundingClientRect().bottom > innerHeight - 8) list.classList.add('up')
  }, [])
  useEffect(() => {
    box.current?.querySelector('.option-at')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const one = shown[at]
    if (move !== 0 && shown.length > 0) setAt((at + move + shown.length) % shown.length)
    else if ((event.key === 'Enter' || (event.key === ' ' && !asked)) && one) onPick(one.value)
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }
  return (
    <div ref={box} class="choices-list">
      {choices.length > MANY && (
        <input
          type="search"
          class="field"
          placeholder="搜索"
          aria-label="搜索选项"
          value={asked}
          onInput={(event) => {
            ask(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={keys}
        />
      )}
      <div
        id={id}
        role="listbox"
        tabIndex={-1}
        aria-multiselectable={many}
        aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        onKeyDown={keys}
        onClick={(event) => {
          const option = (event.target as Element).closest<HTMLElement>('[data-at]')
          const one = option && shown[Number(option.dataset.at)]
          if (one) onPick(one.value)
        }}
      >
        {shown.map((choice, i) => (
          <div
            key={choice.value}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            class={`option ${i === at ? 'option-at' : ''}`}
            aria-selected={value.includes(choice.value)}
            data-at={i}
          >
            <span>{choice.label}</span>
            {choice.hint && <span class="faint">{choice.hint}</span>}
          </div>
        ))}
        {shown.length === 0 && <div class="option faint">没有匹配的选项</div>}
      </div>
    </div>
  )
}
