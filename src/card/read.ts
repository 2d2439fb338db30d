/** Reads a value against its description and reports what does not fit. */
import type { Report } from './findings.ts'
import { at, isObject, own, show, type Unknown } from './json.ts'
import { containers } from './rules/containers.ts'
import { controls } from './rules/controls.ts'
import { displays } from './rules/displays.ts'
import { GONE_ATTRIBUTES, GONE_TAGS } from './rules/gone.ts'
import type { Fields, Spec } from './rules/spec.ts'
import { isLink, isMeasure, misread } from './rules/values.ts'
import { COLOR, LOCALES, TEXT_SIZES } from './rules/words.ts'

/** Every component that may stand in a list of elements. */
const COMPONENTS: { [tag: string]: Fields } = { ...controls, ...displays, ...containers }

/** Components nested deeper than this are not read; the rule on nesting has spoken long before. */
const DEEPEST = 20

/** What the reading of one card needs besides the value. */
export interface Reader {
  report: Report
  /** Names of the colours and sizes that the card defines itself. */
  colors: Set<string>
  sizes: Set<string>
  /** How many lists of elements stand around. */
  depth: number
}

type Read<K extends Spec['kind']> = (
  value: unknown,
  spec: Extract<Spec, { kind: K }>,
  path: string,
  reader: Reader,
) => void

/** One reading for each kind of value. */
const KINDS: { [K in Spec['kind']]: Read<K> } = {
  free: () => {},
  flag: (value, spec, path, { report }) => {
    if (typeof value !== 'boolean') report.error(spec.rule ?? 'type', path, '应为 true 或 false')
  },
  data: (value, spec, path, { report }) => {
    if (!isObject(value)) report.error(spec.rule ?? 'type', path, '应为对象')
  },
  string: (value, spec, path, { report }) => {
    if (typeof value !== 'string') report.error('type', path, '应为字符串')
    else if (spec.filled && value === '') report.error(spec.rule ?? 'required', path, '不可为空')
    else if (spec.max !== undefined && [...value].length > spec.max)
      report.error('length', path, `最多 ${spec.max} 个字符，现有 ${[...value].length} 个`)
  },
  number: (value, spec, path, { report }) => {
    const { min, max = Infinity, whole } = spec
    if (typeof value !== 'number') report.error('type', path, '应为数字')
    else if (value < min || value > max || (whole && !Number.isInteger(value)))
      report.error(
        'range',
        path,
        `应为${whole ? '整数' : '数'}，不小于 ${min}${max < Infinity ? `，不大于 ${max}` : ''}`,
      )
  },
  word: (value, spec, path, { report }) => {
    if ((spec.words as readonly unknown[]).includes(value)) return
    const allowed = spec.words.map(String).join('、')
    report.error(spec.rule ?? 'enum', path, `${show(value)} 不在可选值内：${allowed}`)
  },
  measure: (value, spec, path, { report }) => {
    if (typeof value !== 'string') report.error('type', path, '应为字符串')
    else if (!spec.words?.includes(value) && !isMeasure(value, spec))
      report.error('measure', path, `${show(value)} 不是可用的尺寸`)
  },
  color: (value, spec, path, { report, colors }) => {
    if (typeof value !== 'string') report.error('type', path, '应为字符串')
    else if (!spec.words?.includes(value) && !COLOR.test(value) && !colors.has(value))
      report.error('color', path, `${show(value)} 不是可用的颜色`)
  },
  size: (value, _spec, path, { report, sizes }) => {
    if (typeof value !== 'string') report.error('type', path, '应为字符串')
    else if (!TEXT_SIZES.includes(value) && !sizes.has(value))
      report.warning('text-size', path, `没有 ${show(value)} 这个字号，将按 normal 显示`)
  },
  url: (value, spec, path, { report }) => {
    if (typeof value !== 'string') report.error('type', path, '应为字符串')
    else if (!(spec.empty && value === '') && !isLink(value))
      report.error('url', path, '链接只能是 http、https 或 AppLink，且不含空格')
  },
  moment: (value, spec, path, { report }) => {
    if (typeof value !== 'string') return report.error('type', path, '应为字符串')
    const expected = misread(value, spec.form)
    if (expected) report.error('moment', path, `应为 ${expected} 格式的有效日期或时间`)
  },
  open_id: (value, _spec, path, { report }) => {
    if (typeof value !== 'string') report.error('type', path, '应为字符串')
    else if (!/^ou_\w+$/.test(value)) report.error('open-id', path, '只能填 open_id（ou_ 开头）')
  },
  list: (value, spec, path, reader) => {
    if (!Array.isArray(value)) return reader.report.error('type', path, '应为数组')
    if (spec.max !== undefined && value.length > spec.max)
      reader.report.error(
        spec.rule ?? 'length',
        path,
        `最多 ${spec.max} 项，现有 ${value.length} 项`,
      )
    value.forEach((one, i) => {
      read(one, spec.of, `${path}[${i}]`, reader)
    })
  },
  object: (value, spec, path, reader) => {
    if (!isObject(value)) reader.report.error('type', path, '应为对象')
    else readFields(value, spec.fields, path, reader)
  },
  tagged: (value, spec, path, reader) => {
    if (!isObject(value)) return reader.report.error('type', path, '应为对象')
    const fields = typeof value.tag === 'string' ? own(spec.tags, value.tag) : undefined
    if (fields) return readFields(value, fields, path, reader)
    const tags = Object.keys(spec.tags).join('、')
    reader.report.error('tag', at(path, 'tag'), `${show(value.tag)} 不可用，应为 ${tags}`)
  },
  map: (value, spec, path, reader) => {
    if (!isObject(value)) return reader.report.error('type', path, '应为对象')
    for (const [key, one] of Object.entries(value)) {
      if (spec.locales && !LOCALES.includes(key))
        reader.report.error('locale', at(path, key), `${show(key)} 不是卡片支持的语言`)
      else read(one, spec.of, at(path, key), reader)
    }
  },
  elements: (value, _spec, path, reader) => {
    if (!Array.isArray(value)) return reader.report.error('type', path, '应为数组')
    if (reader.depth > DEEPEST) return
    const inner = { ...reader, depth: reader.depth + 1 }
    value.forEach((one, i) => {
      readElement(one, `${path}[${i}]`, inner)
    })
  },
}

function readElement(value: unknown, path: string, reader: Reader): void {
  const tag = isObject(value) ? value.tag : undefined
  if (!isObject(value)) reader.report.error('type', path, '应为组件对象')
  else if (typeof tag !== 'string') reader.report.error('tag', path, '组件缺少 tag')
  else if (Object.hasOwn(COMPONENTS, tag)) readFields(value, COMPONENTS[tag]!, path, reader)
  else if (Object.hasOwn(GONE_TAGS, tag)) reader.report.error('gone', path, GONE_TAGS[tag]!)
  else reader.report.error('tag', at(path, 'tag'), `没有 ${show(tag)} 这种组件`)
}

/** Reads an object attribute by attribute; what the description does not name is an error. */
export function readFields(value: Unknown, fields: Fields, path: string, reader: Reader): void {
  for (const [attribute, one] of Object.entries(value)) {
    const spec = own(fields, attribute)
    if (spec) read(one, spec, at(path, attribute), reader)
    else unknownAttribute(attribute, at(path, attribute), reader)
  }
  for (const [attribute, spec] of Object.entries(fields)) {
    const excused = !spec.need || Object.hasOwn(value, attribute)
    if (!excused && !(typeof spec.need === 'string' && Object.hasOwn(value, spec.need)))
      reader.report.error(spec.rule ?? 'required', at(path, attribute), `缺少 ${attribute}`)
  }
}

function unknownAttribute(attribute: string, path: string, { report }: Reader): void {
  const gone = own(GONE_ATTRIBUTES, attribute)
  if (gone) report.error('gone', path, gone)
  else
    report.error('unknown-attribute', path, `没有 ${show(attribute)} 这个属性，平台会拒收整张卡片`)
}

function read(value: unknown, spec: Spec, path: string, reader: Reader): void {
  if (spec.old) reader.report.warning('old-spelling', path, spec.old)
  if (spec.blank && isObject(value) && Object.keys(value).length === 0)
    reader.report.warning('blank', path, '空对象等于没有填写，可删去')
  else (KINDS[spec.kind] as Read<Spec['kind']>)(value, spec as never, path, reader)
}
