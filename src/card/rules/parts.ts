/** Attributes of the parts that components share: text, icons, behaviours, layout. */
import type { Fields, Spec } from './spec.ts'
import {
  blank,
  filled,
  flag,
  free,
  languages,
  list,
  need,
  object,
  old,
  pixels,
  string,
  whole,
  word,
} from './spec.ts'

/** Attributes of every component and text object. */
const named: Fields = { element_id: string }

/** Attributes of every component; `fallback` is a left-over of 1.0 that some official samples carry. */
export const placed: Fields = {
  tag: string,
  ...named,
  margin: { kind: 'measure', px: [-99, 99], times: [1, 2, 4] },
  fallback: old(free, '2.0 没有降级配置，请删去 fallback'),
}

export const padding: Spec = { kind: 'measure', px: [0, 99], times: [1, 2, 4] }

export const spacing: Spec = pixels(0, 99, 'small', 'medium', 'large', 'extra_large', 'default', '')

export const align = word('left', 'center', 'right')

export const verticalAlign = word('top', 'center', 'bottom')

/** How a container lays out its elements. */
export const layout: Fields = {
  direction: word('vertical', 'horizontal'),
  padding,
  horizontal_spacing: spacing,
  horizontal_align: align,
  vertical_spacing: spacing,
  vertical_align: verticalAlign,
}

const textFields = (max?: number): Fields => ({
  tag: string,
  ...named,
  content: { kind: 'string', ...(max !== undefined && { max }), need: 'i18n_content' },
  i18n_content: languages(string),
  text_size: { kind: 'size' },
  text_color: { kind: 'color' },
  text_align: align,
  lines: whole(1, 999),
  i18n: old(languages(string), '请改用 i18n_content'),
})

/** A text object of tag `plain_text`, at most `max` characters. */
export const plainText = (max?: number): Spec => ({
  kind: 'tagged',
  tags: { plain_text: textFields(max) },
})

/** A text object of either tag. */
export const anyText: Spec = {
  kind: 'tagged',
  tags: { plain_text: textFields(), lark_md: textFields() },
}

/** The title of a folding panel: plain or full Markdown. */
export const panelTitle: Spec = {
  kind: 'tagged',
  tags: { plain_text: textFields(), markdown: textFields() },
}

const iconFields: Fields = {
  tag: string,
  token: filled,
  color: { kind: 'color', words: [''] },
  img_key: { ...filled, rule: 'img-key' },
  i18n_img_key: languages(filled),
}

/** An icon of the library or an image of ours. */
export const icon = (more: Fields = {}): Spec => ({
  kind: 'tagged',
  tags: {
    standard_icon: { ...iconFields, ...more, token: need(filled) },
    custom_icon: { ...iconFields, ...more, img_key: need({ ...filled, rule: 'img-key' }) },
  },
})

export const link: Spec = { kind: 'url' }
const optionalLink: Spec = { kind: 'url', empty: true }

const perClient: Fields = { pc_url: optionalLink, ios_url: optionalLink, android_url: optionalLink }

/** A link with one address for each client. */
export const multiUrl: Spec = object({ url: optionalLink, ...perClient })

/** What a tap does, by the `type` of each behaviour. */
export const behaviors: Spec = list({
  kind: 'object',
  fields: {
    type: need({ ...word('callback', 'open_url'), rule: 'behavior' }),
    value: free,
    default_url: link,
    ...perClient,
  },
})

/** The question before a tap counts; both texts are needed. */
export const confirm: Spec = blank(object({ title: need(plainText()), text: need(plainText()) }))

/** A hint that may be left empty. */
export const tips: Spec = blank(plainText())

/** Attributes of every component that is tapped or filled in. */
export const control: Fields = {
  ...placed,
  name: string,
  disabled: flag,
  behaviors,
  confirm,
}

/** What a tap sends besides, by an older way than `behaviors` that the documents still list. */
export const value: Spec = { kind: 'data', rule: 'callback-value' }

/** Width of a control. */
export const controlWidth: Spec = pixels(100, 9999, 'default', 'fill')
