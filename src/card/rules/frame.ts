/** Attributes of the card itself: settings, header, body (卡片 JSON 2.0 结构; 标题). */
import { anyText, icon, layout, multiUrl, padding } from './parts.ts'
import type { Fields, Spec } from './spec.ts'
import {
  elements,
  filled,
  flag,
  free,
  languages,
  list,
  need,
  object,
  old,
  string,
  word,
} from './spec.ts'
import { LOCALES, TAG_COLORS, TEMPLATES, TEXT_SIZES } from './words.ts'

const size = word(...TEXT_SIZES)
const color: Spec = need({ kind: 'color' })

const config: Spec = object({
  streaming_mode: flag,
  streaming_config: object({
    print_frequency_ms: { kind: 'map', of: { kind: 'number', min: 1 } },
    print_step: { kind: 'map', of: { kind: 'number', min: 1 } },
    print_strategy: word('fast', 'delay'),
  }),
  summary: object({ content: string, i18n_content: languages(string) }),
  locales: list(word(...LOCALES)),
  enable_forward: flag,
  enable_forward_interaction: flag,
  update_multi: { ...word(true), rule: 'update-multi' },
  width_mode: word('default', 'compact', 'fill'),
  use_custom_translation: flag,
  style: object({
    text_size: { kind: 'map', of: object({ default: size, pc: size, mobile: size }) },
    color: { kind: 'map', of: object({ light_mode: color, dark_mode: color }) },
  }),
  wide_screen_mode: old(flag, '请改用 width_mode'),
})

const tag: Spec = {
  kind: 'tagged',
  tags: {
    text_tag: { tag: string, element_id: string, text: need(anyText), color: word(...TAG_COLORS) },
  },
}

const tags: Spec = { ...list(tag, 3), rule: 'header-tags' }

const headerFields: Fields = {
  title: need(anyText),
  subtitle: anyText,
  text_tag_list: tags,
  i18n_text_tag_list: languages(tags),
  template: word(...TEMPLATES),
  icon: icon(),
  padding,
  ud_icon: old(object({ token: filled, style: free }), '请改用 icon'),
}

/** The whole card; what else may stand here is an unknown attribute. */
export const frame: Fields = {
  schema: need({ ...word('2.0'), rule: 'schema' }),
  config,
  card_link: multiUrl,
  header: object(headerFields),
  i18n_header: old(languages(object(headerFields)), '请改用 header 与 i18n_content'),
  body: object({ ...layout, elements: need(elements) }),
}
