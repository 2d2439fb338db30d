/** 业务: the rest of a question about who does what, without the words that only ask. */
import { missing, type Slot } from '../slot.ts'
import { text } from './words.ts'

const ASKING =
  /^(?:的是?|一下|请问一?下?|问一?下)+|(?:的?(?:事情?|事项|业务|工作|问题)?(?:现在|目前)?(?:应该|该)?(?:是|归|由|找|问)?(?:谁|哪个?(?:人|科室|部门))?(?:来|在)?(?:管|负责|经办|办理|分管|办)?(?:的)?(?:呢|啊|呀|吗)?[?？。]*)$/gu

/** What is asked about; particles and the question itself taken off. */
export const business: Slot<string> = {
  ...text,
  label: '要找的事',
  async read(reading, span) {
    const found = await text.read(reading, span)
    const value = found?.value.replace(ASKING, '').trim()
    return found && value ? { ...found, value } : undefined
  },
  absent: () => missing('要找的事'),
}
