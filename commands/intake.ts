/** 谁管: whom a client or a colleague has to turn to. */
import { anyone, business, command, syllablesOf } from '../src/bot/index.ts'
import { answerable } from '../src/domain/people/remit.ts'
import { responsibleSaid } from '../src/views/remits.ts'

/** Begins with the question, or is one as a whole: 贴息归谁管. Whoever says 这事谁管 asks people. */
const ASKS =
  /^(?:谁(?:来|在|能)?(?:管|负责|经办|分管)(?!理)|(?=(?![这那此它]|.*\d)[\p{Script=Han}A-Za-z、]{2,16}(?:归|由|是|该|找|问)?(?:谁|哪个(?:科室|部门|人))(?:来|在)?(?:管|负责|经办|分管)的?(?:呢|啊|呀)?[?？。]*$))/u

const finding = command({
  name: '谁管',
  aliases: ['谁负责', '找谁办'],
  also: ASKS,
  about: '查看',
  summary: '按业务找承办的科室和同志',
  says: ['{business}'],
  slots: { business },
  who: anyone,
  examples: ['谁管 贴息', '谁管 专项债券'],
  async run(turn, { business }) {
    const found = answerable(business, await turn.store.remits.all(), syllablesOf)
    return { line: responsibleSaid(business, found, turn) }
  },
})

export default [finding]
