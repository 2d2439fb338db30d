/** What taps do: callbacks carry objects, links have an address (配置卡片交互). */
import { isObject, listOf, objectOf } from '../json.ts'
import { eachObject, type Sheet } from '../sheet.ts'
import { submits } from './form.ts'

/** Long connections hand over callback values only as objects; a text makes the tap fail with 200671. */
export function checkBehaviors({ card, report }: Sheet): void {
  eachObject(card, (owner, path) => {
    listOf(owner.behaviors).forEach((behavior, i) => {
      const where = `${path}.behaviors[${i}]`
      const { type, value, default_url: url } = objectOf(behavior)
      if (type === 'open_url' && !url) report.error('open-url', where, '打开链接必须有 default_url')
      if (type !== 'callback' || isObject(value)) return
      // An official form does this; what was filled in arrives all the same over a webhook.
      if (typeof value === 'string' && submits(owner))
        report.warning('callback-value', where, '回传值应为对象，长连接不支持字符串')
      else report.error('callback-value', where, '回传值 value 应为对象，长连接不支持其他类型')
    })
  })
}
