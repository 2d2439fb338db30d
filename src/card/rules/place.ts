/** Where components may stand, and how many of them. */
import { objectOf } from '../json.ts'
import type { Part, Sheet } from '../sheet.ts'

/** Components nest at most five deep; columns are no level of their own (卡片常见问题). */
const DEEPEST = 5

/** Documented: five tables in a card; some clients were measured to allow three. */
const TABLES = { most: 5, safe: 3 }

const CHARTS = 5

/** Components that only a form may hold (下拉选择-多选: 嵌套规则). */
const FORM_ONLY = new Set(['multi_select_static', 'multi_select_person'])

/** Forms and tables stand at the root; lists of several choices stand in a form; nothing is nested too deep. */
export function checkPlaces({ card, parts, report }: Sheet): void {
  const tooDeep = parts.find((part) => part.depth > DEEPEST)
  if (tooDeep) report.error('nesting', tooDeep.path, `组件嵌套不可超过 ${DEEPEST} 层`)
  for (const { tag, element, path, depth, form } of parts) {
    if (tag === 'form' && depth > 1) report.error('form-root', path, '表单容器只能放在卡片根节点')
    if (tag === 'table' && depth > 1) report.error('table-root', path, '表格只能放在卡片根节点')
    if (!form && FORM_ONLY.has(tag)) report.error('form-only', path, '多选组件只能放在表单容器内')
    if (!form && tag === 'select_img' && element.multi_select === true)
      report.error('form-only', path, '可多选的多图选择只能放在表单容器内')
    if (tag === 'audio' && objectOf(card.config).enable_forward !== false)
      report.error('audio-forward', path, '含音频的卡片须设 config.enable_forward 为 false')
  }
  checkTables(
    parts.filter((part) => part.tag === 'table'),
    report,
  )
  const charts = parts.filter((part) => part.tag === 'chart')
  if (charts.length > CHARTS)
    report.warning('chart-count', charts[CHARTS]!.path, `图表建议不超过 ${CHARTS} 个`)
}

function checkTables(tables: Part[], report: Sheet['report']): void {
  if (tables.length > TABLES.most)
    report.error('table-count', tables[TABLES.most]!.path, `表格最多 ${TABLES.most} 个`)
  else if (tables.length > TABLES.safe)
    report.warning(
      'table-count',
      tables[TABLES.safe]!.path,
      `部分客户端一张卡片只显示 ${TABLES.safe} 个表格`,
    )
}
