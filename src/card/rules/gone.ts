/** What JSON 1.0 had and 2.0 refuses, with what replaces it (卡片 JSON 2.0 版本更新说明). */

/** Components that are gone, by tag. */
export const GONE_TAGS: { [tag: string]: string } = {
  note: '备注组件已废弃，请改用 div，字号 notation、颜色 grey',
  action: '交互模块已废弃，请把按钮直接放入 elements 或分栏',
}

/** Attributes of the card that are gone. */
export const GONE_IN_CARD: { [attribute: string]: string } = {
  elements: '组件应放入 body.elements',
  i18n_elements: '2.0 不支持全局多语言，请改用各文本的 i18n_content',
  fallback: '2.0 不支持 fallback，请删去',
}

/** Attributes of components that are gone. */
export const GONE_ATTRIBUTES: { [attribute: string]: string } = {
  href: '差异化跳转 $urlVal 已废弃，请改用 <link url=…></link>',
  actions: '交互模块已废弃，请把按钮直接放入 elements',
  multi_url: '请改用 behaviors 的 open_url',
}
