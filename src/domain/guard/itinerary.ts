/** 领导行程: who, when and where together; a meeting that comes round, and its agenda, are none (decisions.md). */

const TRIP =
  /行程(?!单|码|卡|序|控制)|(?<!会议|例会|培训|学习|课程|教学|比赛)日程安排|(?<!会议|例会|培训|学习|课程)日程(?=[:\s])|出行安排|活动安排|接机|接站|送机|送站|下榻|航班|车次/u
const LEADER =
  /(?:书记|市长|县长|区长|省长|州长|局长|厅长|部长|司长|主席|主任|常委|政委|巡视员|组长|总会计师)|领导(?!小组|班子|干部)/u
const TIME =
  /\d{1,2}\s?(?:[:点时]|月\d{1,2}|[日号])|[上下中]午|[今明后]天|明日|今日|早上|晚上?|周[一二三四五六日]|星期|[一二两三四五六七八九十]+点/u
const PLACE =
  /(?:赴|前往|抵达|抵|到达|去往|途经|返回)|(?<!报|收|遇|接|达|看|做|得|办|感|想|直|等|迟|受|提)[到去在]|宾馆|酒店|机场|高铁|车站|高速口|[县区市镇乡村]|园区|公司|会议室|大厦/u

/** Whether a text, folded, tells where a leader will be at what time; `names` gives the leaders' names. */
export function tellsItinerary(text: string, names: () => readonly string[]): boolean {
  if (!TRIP.test(text)) return false
  const leader = LEADER.test(text) || names().some((name) => text.includes(name))
  // The title and the word for the trip are not the place: 王市长行程.
  const rest = text.replace(new RegExp(LEADER.source, 'gu'), ' ').replace(/[市县区]长/gu, ' ')
  return leader && TIME.test(text) && PLACE.test(rest)
}
