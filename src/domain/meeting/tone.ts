/** What a line of minutes is: the head of a part, an account of the meeting, or something that is to be done. */

export type Tone = 'heading' | 'narrative' | 'task'

/** 时间、地点、参加人员: about the meeting itself. */
const FRAME =
  /^(?:会议)?(?:时间|地点|主持人?|主持|参会|参加|出席|列席|缺席|请假|记录人?|整理|签发|审核人?|抄送|印发|主题词?|名称|编号|期数|议题|发至|分送|联系人|联系电话)(?:人员|单位|领导|同志|范围)?\s*[:：]/u
const TITLE =
  /(?:会议纪要|例会纪要|专题纪要|纪要|议定事项|决定事项|工作任务|任务清单|事项清单|工作要求|有关要求|议定(?:如下|以下).{0,6}|纪要如下|如下)\s*[:：]?\s*(?:[（(〔].{0,12}[）)〕])?\s*$/u
const ABOUT = /^关于.{1,40}(?:问题|事项|情况|工作|汇报|方案|议题|请示|报告)?\s*[:：]?$/u

/** The meeting heard, studied, pointed out. */
const ACCOUNT =
  /^(?:会议|会上|与会(?:人员|同志|领导)|大家|各单位)(?:一致|集中|专题|认真|重点|首先|还)*(?:指出|认为|听取|学习|传达|观看|通报|分析|审议|讨论|研究了|回顾|总结|由|于|在|对|充分肯定|肯定|强调|要求|同意|原则同意|召开|提出)/u
/** Somebody spoke: 李明远强调, 金融科汇报了. */
const SPOKE =
  /^.{0,16}(?:主持(?:召开)?(?:了)?(?:会议|例会)|(?:指出|强调|认为|表示|讲话|发言|作了?.{0,8}(?:汇报|发言|讲话|说明|通报)|汇报了|介绍了|通报了|听取了|传达了|学习了|讨论了|研究了|总结了|回顾了|参加会议|出席会议|列席会议|主持会议))/u
const HELD =
  /(?:主持召开|召开了?(?:第.{1,6}次)?.{0,20}(?:例会|会议|推进会|调度会)|参加了?会议|出席会议|列席会议|现纪要如下)/u
const DONE =
  /(?:已|已经)(?:全部|基本|按时|如期|顺利)?(?:完成|办结|落实|解决|到位|销号|报送|拨付|兑付)(?!的|前)/u
/** What everybody is reminded of is nobody's to hand in. */
const GENERAL =
  /^(?:各|全体|全局|有关|相关|广大)[^，,。；;]{0,12}(?:单位|科室|部门|处室|县区|乡镇|专班|干部|同志|人员|领导)[^，,。；;]{0,4}(?:要|应|须|务必|必须)/u
/** A decision, whoever carries it out. */
const DECIDED =
  /^(?:会议|会上)?(?:经)?(?:集体|认真|充分)?(?:研究|讨论)?[，,]?\s*(?:会议|会上)?(?:议定|决定|确定|明确|责成|要求)\s*[，,：:、]?\s*/u
const BINDING =
  /^(?:会议|会上)?(?:经)?(?:集体|认真|充分)?(?:研究|讨论)?[，,]?\s*(?:会议|会上)?(?:议定|决定|确定|明确|责成)/u

/** What a task begins with, or asks with. */
const ACTS =
  /^(?:请|要|务必|尽快|抓紧|立即|继续|认真|进一步|加快|全力|报送|完成|制定|制订|梳理|摸排|摸清|汇总|推进|推动|落实|组织|开展|研究|协调|督促|核对|核实|拟定|起草|提交|提报|出台|对接|走访|整改|解决|建立|修订|召开|加强|做好|抓好|确保|配合|跟进|上报|整理|编制|完善|审核|拨付|兑付|兑现|清理|排查|调研|提出|形成|公示|印发|签订|启动|办理|牵头|争取|盯紧|细化|明确|测算|筹备|收集|统计|撰写|报|送|补齐|补报|查清|谋划|对照|压实|健全|深化|强化|优化|筹集|下达|分解|评估|验收|核销|化解|培训|宣传)/u
const TELLS = /(?:请|须|务必|需要|应当?|要求|要)(?!求)/u
const HANDS_IN = /(?:完成|报送|上报|提交|办结|落实到位)\s*[。；;]?$/u

/** The meeting agreed to something, or spoke of it: a task only where somebody is told to do it. */
const AGREED = /^(?:经.{0,8}[，,])?(?:会议|会上)(?:原则)?(?:同意|强调)/u

/** Whether what is listed below a line is talk: 会议强调：一是…. */
export const isTalk = (content: string): boolean =>
  /(?:强调|指出|认为|要求|提出)(?:以下.{0,6})?\s*[:：]$/u.test(content)

/** Without 会议议定，: what was decided stands behind it. */
export const withoutDecision = (text: string): string => text.replace(DECIDED, '').trim()

/** What a line is, where `bound` tells that it names an executor or a date, `deeper` that items hang below it. */
export function toneOf(
  content: string,
  known: { bound: boolean; marked: boolean; deeper: boolean; due: boolean },
): Tone {
  const { bound, marked, deeper, due } = known
  if (FRAME.test(content)) return 'heading'
  if (TITLE.test(content) && content.length <= 60 && !due && !/[，,；;].*[，,；;]/u.test(content))
    return 'heading'
  if (/(?:主持召开|现纪要如下)/u.test(content)) return 'narrative'
  const decided = withoutDecision(content) !== content
  if (decided && (bound || BINDING.test(content)))
    return withoutDecision(content) === '' ? 'heading' : 'task'
  if (bound && AGREED.test(content)) return 'task'
  if (ACCOUNT.test(content) || SPOKE.test(content) || HELD.test(content)) return 'narrative'
  if (!due && DONE.test(content) && !TELLS.test(content)) return 'narrative'
  if (bound) return 'task'
  if (GENERAL.test(content)) return 'narrative'
  if (/[:：]$/u.test(content) || (deeper && content.length <= 40)) return 'heading'
  if (ABOUT.test(content)) return 'heading'
  if (marked || ACTS.test(content)) return 'task'
  if (content.length <= 15 && !/[。；;，,]/u.test(content)) return 'heading'
  return TELLS.test(content) || HANDS_IN.test(content) ? 'task' : 'narrative'
}
