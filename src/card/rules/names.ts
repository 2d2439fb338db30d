/** Names and element ids, each unique in the card. */
import { at } from '../json.ts'
import { eachObject, type Sheet } from '../sheet.ts'

/** The documents' own placeholder stands several times in official samples. */
const PLACEHOLDER = 'custom_id'

/** Element ids: a letter first, at most 20 letters, digits and underscores (卡片 JSON 2.0 结构). */
export function checkElementIds({ card, report }: Sheet): void {
  const seen = new Set<unknown>()
  eachObject(card, ({ tag, element_id: id }, path) => {
    if (tag === undefined || typeof id !== 'string') return
    const where = at(path, 'element_id')
    if (!/^[A-Za-z]\w{0,19}$/.test(id))
      report.error('element-id', where, '须以字母开头，只含字母、数字、下划线，不超过 20 个字符')
    else if (seen.has(id) && id === PLACEHOLDER)
      report.warning('element-id-unique', where, `${id} 重复，请改为各自的标识`)
    else if (seen.has(id)) report.error('element-id-unique', where, `${id} 重复，卡片内必须唯一`)
    seen.add(id)
  })
}

/** Names of forms and of what is in them. */
export function checkNames({ parts, report }: Sheet): void {
  const seen = new Set<unknown>()
  for (const { element, path } of parts) {
    const { name } = element
    if (typeof name !== 'string' || name === '') continue
    if (seen.has(name))
      report.error('name-unique', at(path, 'name'), `name ${name} 重复，卡片内必须唯一`)
    seen.add(name)
  }
}
