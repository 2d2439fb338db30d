/** The words around a time phrase that make it act as a deadline, or not. */
import { matchAt, sticky } from './sticky.ts'

/** What stands behind a phrase. */
export type Behind = 'before' | 'within' | 'until' | 'around' | 'after' | 'since'

const SUFFIX = sticky(
  '(前后|左右|上下|附近|那几天|(?:之|以)?前后)|((?:之|以)?前(?!往|来(?!交|报)|去(?!交|报)|期|台|后|列|线|夕|端|述|置|瞻|沿|半年))|' +
    '((?:之|以)?内(?!部(?!署)|容|外|设|业|审|网|勤|控|涵|地|阁))|((?:为)止|止|截止|截至|到期|期满)|((?:之|以)?后(?!续|勤|台|备|方|面|边|半|天))|((?:开始)?起(?!草|诉|底|点|来|初)|开始|以来)',
)
const INCLUDING = sticky('\\((?:含|包括|包含)[^()]{0,6}\\)')

/** The marker behind a phrase and where it ends. */
export function behind(text: string, i: number): { to: number; word: Behind } | undefined {
  const open = matchAt(INCLUDING, text, i)
  const at = i + (open?.[0].length ?? 0)
  const found = matchAt(SUFFIX, text, at)
  if (!found) return undefined
  const word = found[1]
    ? 'around'
    : found[2]
      ? 'before'
      : found[3]
        ? 'within'
        : found[4]
          ? 'until'
          : found[5]
            ? 'after'
            : 'since'
  const to = at + found[0].length
  const closing = matchAt(INCLUDING, text, to)
  return { to: to + (closing?.[0].length ?? 0), word }
}

const STRONG =
  /(?:(?:自|从)?(?:即日|今日|今天|现在|今)(?:起|开始),?|直?截[止至](?:时间|日期|到|至|于)?|最迟|最晚|至迟|(?:不要|不能|不可|不得|不|别)(?:再)?(?:晚于|迟于|超过|晚过|超出)|限定?期?|限时|赶在|时限|期限|时间节点|(?<![收接得看达遇想提回找做听拿感见周\d])直?到|(?<![甚乃以及日\d])直?至|ddl|deadline)+(?:要求)?(?:为|是|到|至|于|在|[:,])*$/i
const SOFT =
  /(?:(?<![由关对处终属位高低大小等基鉴至过善易])于|(?<![现存正实所潜内外自])在|定在|定于|等到?|[办完反报回提]\S{1,2}时间|时间)(?:为|是|于|在|[:,])*$/
const LOOSE = /(?:可能|也许|或许|大概|大约|大致|差不多|估计|(?<![预邀节合制条失])约)(?:在|是|于)?$/
const FROM = /(?:自从|自|(?<![服跟听])从)$/

/** The marker ahead of a phrase: where it begins, and whether it makes a deadline (`strong`) or loosens it. */
export function ahead(text: string, i: number): { from: number; strong: boolean; loose: boolean } {
  const start = Math.max(0, i - 12)
  const before = text.slice(start, i)
  let from = i
  let strong = false
  let loose = false
  const about = LOOSE.exec(before)
  if (about) {
    loose = true
    from = start + about.index
  }
  const head = before.slice(0, from - start)
  const found = STRONG.exec(head) ?? undefined
  if (found) {
    strong = true
    from = start + found.index
  } else {
    const soft = SOFT.exec(head) ?? FROM.exec(head)
    if (soft) from = start + soft.index
  }
  return { from, strong, loose }
}

// A time before one of these belongs to the thing named: 周五例会材料, 11月30日会议纪要, 12月5日的会.
const THING =
  /^(?:的|会议|例会|会上|会(?!签|商|同)|讲话|文件|通知|纪要|批示|指示|专案|案(?!卷)|事故|事件|工作(?!完成|结束)|总结|报表|报告(?!情况|进展|结果|工作)|数据|计划(?!完成)|活动|方案|台账|清单|材料(?!报|交)|情况|月报|周报|日报|简报|专报|进度|小结|指标|任务|问题|考核|评比|培训|演练|值班|排班|年会|论坛|培训班|档案|财报|预算|决算|工资|奖金|补贴|账单|发票|合同|以来|期间|当天(?!完成|报|交)|假期|放假|调休|上班时间|劳动|广场|大道|小学|中学|路(?!演)|街|村|产业|分析|统计|愉快|餐厅|茶|场次?|(?:早|晚|党组|党委|办公|常务|局务|专题|调度|推进|碰头|班子|支部|联席|动员|座谈|评审|听证|学习|全体|民主生活|组织生活|协调|视频)会(?!签|商|同|前|后(?!天))|盘点|要点|年度|生产|销售|收入|增长|同比|环比|累计|出生|成立|至今)/
const DONE_THEN =
  /^(?:(?:上午|下午|晚上|早上|中午|晚|早)?(?:已|布置|交办|安排|部署|下发|印发|发布|通过|召开|提出|反映|收到|接到|来文|来函|发生|签订|签署|成立|转办|转来|检查|约谈|批复|说|讲|提到|开会|开的|报的|交的|发的|定的|给的|做的|写的))/
// Words for finishing and handing in, behind a mere name of a time.
const FINISH =
  /^(?:(?:必须|务必|一定|要|须|需|应|得|前)*(?:完成|办结|办完|办理完|做完|写完|弄完|搞定|结束|销号|结案|审结|报送|上报|报批|报备|报(?:给|到|至|来)|提交|递交|提报|报出|交(?!通|流|接|易|叉|管|警|汇|办|底|谈)|反馈|回复|答复|落实到位|整改到位|整改完|到位|印发|出台|送审|验收|竣工|交付|拿出|形成|解决|清零|开工|上线|见效))/

const GIVEN =
  /^(?:布置|交办|安排|部署|下发|印发|发布|通过|召开|提出|反映|转办|转来|约谈|批复|定|开|发)(?:过|下来|下去)?的/

/** Whether the words behind a bare time make it belong to a thing or to what is over. */
export function belongsToThing(text: string, i: number, past: boolean): boolean {
  const follow = text.slice(i, i + 8)
  return THING.test(follow) || GIVEN.test(follow) || (past && DONE_THEN.test(follow))
}

/** Whether a word for finishing stands behind. */
export function finishes(text: string, i: number): boolean {
  return FINISH.test(text.slice(i, i + 10))
}
