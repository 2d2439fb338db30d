/**
 * Builds the cards our views show. Words that people typed end only in plain text objects, cleaned and cut;
 * `markdown` is for sentences we author. What comes out passes `checkCard`.
 */
import type { Button, ButtonType } from './controls.ts'
import type { Chart, Div, Markdown, Rule } from './displays.ts'
import type { Color, JsonObject, TagColor, Template, TextSize } from './parts.ts'
import { clean, cut, LIMIT, line, plain } from './plain.ts'
import type { Card, CollapsiblePanel, Column, ColumnSet, Element, Form } from './types.ts'

export { date, input, person, select } from './field.ts'
export { table } from './table.ts'
export { tappable } from './tappable.ts'

/** A whole card: shared, patchable, not tappable when forwarded. */
export function card(of: {
  title: string
  subtitle?: string
  color?: Template
  tags?: { text: string; color: TagColor }[]
  summary?: string
  elements: Element[]
}): Card {
  const tags = (of.tags ?? []).slice(0, 3)
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      enable_forward_interaction: false,
      width_mode: 'default',
      ...(of.summary !== undefined && { summary: { content: line(of.summary, LIMIT.title) } }),
    },
    header: {
      title: plain(of.title, LIMIT.title),
      ...(of.subtitle && { subtitle: plain(of.subtitle, LIMIT.title) }),
      ...(tags.length > 0 && {
        text_tag_list: tags.map(({ text, color }) => ({
          tag: 'text_tag' as const,
          text: plain(text, LIMIT.tag),
          color,
        })),
      }),
      template: of.color ?? 'default',
    },
    body: { vertical_spacing: '8px', elements: of.elements },
  }
}

/** A paragraph of plain text: the way for everything that people typed. */
export function text(
  content: string,
  look: { size?: TextSize; color?: Color; lines?: number } = {},
): Div {
  return {
    tag: 'div',
    text: {
      tag: 'plain_text',
      content: cut(clean(content), LIMIT.paragraph),
      ...(look.size && { text_size: look.size }),
      ...(look.color && { text_color: look.color }),
      ...(look.lines && { lines: look.lines }),
    },
  }
}

/** A small grey line, for what matters less. */
export function note(content: string): Div {
  return text(content, { size: 'notation', color: 'grey' })
}

/** Markdown that we wrote ourselves; foreign words in it go through `escaped` (escape.ts). */
export function markdown(content: string): Markdown {
  return { tag: 'markdown', content }
}

/** A thin line across. */
export function hr(): Rule {
  return { tag: 'hr' }
}

/** Columns side by side, wide by weight (1 to 5) or `auto` by content; narrow screens squeeze them unless `flex` says otherwise. */
export function columns(
  parts: { weight?: number; auto?: boolean; elements: Element[] }[],
  look: { flex?: NonNullable<ColumnSet['flex_mode']>; spacing?: string } = {},
): ColumnSet {
  return {
    tag: 'column_set',
    flex_mode: look.flex ?? 'none',
    horizontal_spacing: look.spacing ?? '8px',
    columns: parts.map(({ weight, auto, elements }) => ({
      tag: 'column',
      ...(auto ? { width: 'auto' as const } : { width: 'weighted' as const, weight: weight ?? 1 }),
      vertical_align: 'top',
      elements,
    })),
  }
}

/** Grey labels with their values, close under each other; seven of the card's 200 elements for a row, and two. */
export function facts(rows: (readonly [label: string, value: string])[]): ColumnSet {
  const labels = rows.map(([label]) => line(label, LIMIT.label))
  const width = Math.min(140, Math.max(56, ...labels.map(widthOf)))
  const elements = rows.map(([, value], i): ColumnSet => {
    const label: Column = {
      tag: 'column',
      width: `${width}px`,
      elements: [text(labels[i]!, { color: 'grey' })],
    }
    const said = text(cut(clean(value), LIMIT.fact))
    return row([label, { tag: 'column', width: 'weighted', weight: 1, elements: [said] }])
  })
  return row([{ tag: 'column', width: 'weighted', weight: 1, vertical_spacing: '4px', elements }])
}

function row(parts: Column[], flex: 'none' | 'flow' = 'none'): ColumnSet {
  return { tag: 'column_set', flex_mode: flex, horizontal_spacing: '8px', columns: parts }
}

/** Pixels that a label takes at the normal size of 14px. */
function widthOf(label: string): number {
  return [...label].reduce((sum, sign) => sum + (sign > 'ÿ' ? 14 : 8), 0)
}

/** A button that says a sentence for the person who taps it; `submit` sends the form along and needs a name. */
export function button(
  of: {
    text: string
    say: string
    rev?: number
    type?: ButtonType
    confirm?: { title: string; text: string }
  } & ({ submit: true; name: string } | { submit?: false; name?: string }),
): Button {
  return {
    tag: 'button',
    text: plain(of.text, LIMIT.short),
    type: of.type ?? 'default',
    ...(of.name !== undefined && { name: of.name }),
    ...(of.submit && { form_action_type: 'submit' }),
    behaviors: [
      {
        type: 'callback',
        value: { say: of.say, ...(of.rev !== undefined && { rev: of.rev }) },
      },
    ],
    ...(of.confirm && {
      confirm: {
        title: plain(of.confirm.title, LIMIT.short),
        text: { tag: 'plain_text', content: cut(clean(of.confirm.text), LIMIT.fact) },
      },
    }),
  }
}

/** Buttons in a row that wraps on narrow screens. */
export function buttons(these: Button[]): ColumnSet {
  return row(
    these.map((one) => ({ tag: 'column', width: 'auto', elements: [one] })),
    'flow',
  )
}

/** Fields that are sent together; it stands at the root and holds a button with `submit`. */
export function form(name: string, elements: Element[]): Form {
  return { tag: 'form', name, vertical_spacing: '8px', elements }
}

/** A panel that folds; it holds no form and no table. */
export function panel(
  title: string,
  elements: Element[],
  look: { open?: boolean } = {},
): CollapsiblePanel {
  return {
    tag: 'collapsible_panel',
    expanded: look.open ?? false,
    header: {
      title: plain(title, LIMIT.title),
      icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined', size: '16px 16px' },
      icon_position: 'right',
      icon_expanded_angle: -180,
    },
    border: { color: 'grey', corner_radius: '5px' },
    vertical_spacing: '8px',
    padding: '8px',
    elements,
  }
}

/** A VChart drawing, `height` pixels high. */
export function chart(spec: JsonObject, look: { height?: number } = {}): Chart {
  return {
    tag: 'chart',
    chart_spec: spec,
    height: look.height === undefined ? 'auto' : `${look.height}px`,
  }
}
