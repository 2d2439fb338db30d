/** The words that card attributes may take, as the official card guide lists them. */

/** Header backgrounds (标题: template). */
export const TEMPLATES = [
  'blue',
  'wathet',
  'turquoise',
  'green',
  'yellow',
  'orange',
  'red',
  'carmine',
  'violet',
  'purple',
  'indigo',
  'grey',
  'default',
]

/** Colours of tags in headers and in table cells (标题: 后缀标签颜色枚举; 表格: options). */
export const TAG_COLORS = [
  'neutral',
  'blue',
  'turquoise',
  'lime',
  'orange',
  'violet',
  'indigo',
  'wathet',
  'green',
  'yellow',
  'red',
  'purple',
  'carmine',
]

/** Sizes of text (普通文本: text_size); others come from `config.style.text_size`. */
export const TEXT_SIZES = [
  'heading-0',
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'heading',
  'normal',
  'notation',
  'xxxx-large',
  'xxx-large',
  'xx-large',
  'x-large',
  'large',
  'medium',
  'small',
  'x-small',
]

/** Languages (配置卡片多语言: 支持语种). */
export const LOCALES = [
  'zh_cn',
  'en_us',
  'zh_hk',
  'zh_tw',
  'ja_jp',
  'id_id',
  'vi_vn',
  'th_th',
  'pt_br',
  'es_es',
  'ko_kr',
  'de_de',
  'fr_fr',
  'it_it',
  'ru_ru',
  'ms_my',
]

const HUES =
  'blue|carmine|green|indigo|lime|orange|purple|red|sunflower|turquoise|violet|wathet|yellow'

/** Named colours (颜色枚举值), and RGBA written out; `light_grey` stands in official samples. */
export const COLOR = new RegExp(
  `^(?:default|white|bg-white|light_grey|(?:${HUES})(?:-(?:50|[1-9]00|350))?` +
    '|grey(?:-(?:00|50|[1-9]00|350|650|950|1000))?' +
    '|rgba?\\((?: *[\\d.]+%? *,){2,3} *[\\d.]+%? *\\))$',
)
