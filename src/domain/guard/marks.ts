/** 密级和内部标识: the marks an office puts on paper that must not come here (domain.md R12). */

const LEVEL = '(?:秘密|机密|绝密)'
const STAR = '[★☆⭐🌟✡✦✧✩✪✫✬✭✮✯✰⋆*✱✲]'
/** What may stand between the signs of a mark: it is set with spaces, dots or a stroke. */
const GAP = '[\\s·・.,:;_|/—–-]*'
const HAN = '\\p{Script=Han}'

const FORBID = '(?:不得|严禁|请勿|禁止|不准|不许|切勿|勿)'
const SPREAD = '(?:外传|外泄|外流|扩散|翻印|转发|复制|拍照|公开)'

const MARKS = [
  // 绝密★10年, ★ 机密, 机 密 ＊
  `${LEVEL}${GAP}${STAR}`,
  `${STAR}${GAP}${LEVEL}`,
  // 秘密级, not 秘密级别
  `${LEVEL}级(?!别)`,
  `密级${GAP}(?:为|是)?${GAP}[【\\[(〔「『"“]?${LEVEL}`,
  // 【机密】, (秘密 5年)
  `[【\\[(〔「『〖]${GAP}${LEVEL}${GAP}(?:[\\d一二三五十长]{1,3}[年期])?${GAP}[】\\])〕」』〗]`,
  // 机密 10年, not 商业秘密10年
  `(?<!${HAN})${LEVEL}${GAP}(?:\\d{1,2}|[一二三五十]{1,3})年`,
  // 内部资料 不得外传; 严禁外传的内部文件
  `内部[^。;\\n]{0,10}${FORBID}[^。;\\n]{0,6}${SPREAD}`,
  `${FORBID}${SPREAD}[^。;\\n]{0,6}内部(?:资料|文件|材料)`,
  `(?:此件|本件|此文|此文件|本文件)[^。;\\n]{0,4}(?:不予|不得|不宜|不)${SPREAD}`,
].map((mark) => new RegExp(mark, 'u'))

/** A folded text in which the letters of a mark stand together: 绝 密 is 绝密. */
const closed = (text: string): string => text.replace(/([秘机绝])\s+(?=密)|(内)\s+(?=部)/gu, '$1$2')

/** Whether a text, folded, carries a mark of secrecy or 内部. */
export const isMarked = (text: string): boolean => {
  const shown = closed(text)
  return MARKS.some((mark) => mark.test(shown))
}
