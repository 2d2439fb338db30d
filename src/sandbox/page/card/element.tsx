import type { ComponentType } from 'preact'
import { Button } from './button.tsx'
import { Chart } from './chart.tsx'
import { Checker } from './checker.tsx'
import { ColumnSet } from './column.tsx'
import { InteractiveContainer } from './container.tsx'
import { Form } from './form.tsx'
import { Image, ImageCombination } from './image.tsx'
import { Input } from './input.tsx'
import { list, object, text } from './json.ts'
import { Overflow } from './overflow.tsx'
import { Panel } from './panel.tsx'
import { PersonList, PersonTag } from './person.tsx'
import { DatePicker } from './picker.tsx'
import { Select } from './select.tsx'
import { Table } from './table.tsx'
import { Div, Markdown, Rule } from './text.tsx'

type Drawn = ComponentType<{ node: Record<string, unknown> }>

/** Every component the page draws, by its tag. */
const COMPONENTS = new Map<string, Drawn>(
  Object.entries({
    div: Div,
    plain_text: Div,
    markdown: Markdown,
    hr: Rule,
    column_set: ColumnSet,
    table: Table,
    button: Button,
    form: Form,
    input: Input,
    select_static: Select,
    multi_select_static: Select,
    select_person: Select,
    multi_select_person: Select,
    date_picker: DatePicker,
    picker_time: DatePicker,
    picker_datetime: DatePicker,
    checker: Checker,
    overflow: Overflow,
    collapsible_panel: Panel,
    interactive_container: InteractiveContainer,
    person: PersonTag,
    person_list: PersonList,
    img: Image,
    img_combination: ImageCombination,
    chart: Chart,
  }),
)

/** The components of a list, one below the other; an unknown one is a grey box with its name. */
export function Elements({ elements }: { elements: unknown }) {
  const keyOf = keys()
  return (
    <>
      {list(elements).map((element) => {
        const node = object(element)
        const tag = text(node.tag)
        const Component = COMPONENTS.get(tag)
        const key = keyOf(`${tag} ${text(node.element_id) || text(node.name)}`)
        return Component ? (
          <Component key={key} node={node} />
        ) : (
          <p key={key} class="unknown">
            暂不支持的组件：{tag || '（没有 tag）'}
          </p>
        )
      })}
    </>
  )
}

/** A component is the same one in the next card however much now stands above it: one types on in a form that moves down. */
function keys(): (kind: string) => string {
  const drawn = new Map<string, number>()
  return (kind) => {
    const nth = drawn.get(kind) ?? 0
    drawn.set(kind, nth + 1)
    return `${kind} ${nth}`
  }
}
