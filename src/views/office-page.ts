/** The page of the office's papers (GB/T 9704): A4, its margins, its type. */

/** Twentieths of a point in a millimetre. */
const twips = (millimetres: number): number => Math.floor((millimetres / 25.4) * 72 * 20)

export const A4 = { width: twips(210), height: twips(297) }
export const MARGIN = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) }

const LATIN = { ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
export const BODY_FONT = { ...LATIN, eastAsia: '仿宋_GB2312' }
export const HEADING_FONT = { ...LATIN, eastAsia: '黑体' }
export const TITLE_FONT = { ...LATIN, eastAsia: '方正小标宋简体' }
/** In half points: 小二 for the title, 三号 for the body. */
export const TITLE = 36
export const BODY = 32
/** A character of the body, in twentieths of a point. */
export const CHARACTER = BODY * 10
