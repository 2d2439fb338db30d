/** 周交办: the page of a week: how the last one was handed in, then what this one hands out (domain.md B.4). */
import { button, buttons, card, hr, note, tappable, text } from '../card/build.ts'
import type { Card, Element } from '../card/types.ts'
import { type HandIn, handInOf, weekSaid } from '../domain/matter/batch.ts'
import type { Matter } from '../domain/matter/matter.ts'
import { dayOf } from '../domain/time/day.ts'
import type { Seen } from './seen.ts'
import { daySaid, shortened, statusSaid, whenSaid } from './words.ts'

/** A batch with its matters, as far as the reader may see them. */
export interface WeekShown {
  name: string
  matters: readonly Matter[]
}

/** Matters named of each batch; the rest is a count. */
const EACH = 20

/** Results first, then what is new; a part without matters is left out. */
export function weekCard({ last, now }: { last: WeekShown; now: WeekShown }, seen: Seen): Card {
  const elements: Element[] = []
  const results = handInOf(last.matters)
  const fresh = handInOf(now.matters).all
  if (results.all.length > 0)
    elements.push(
      note(`${weekSaid(last.name)}交卷情况`),
      text(resultSaid(results)),
      ...lines([...results.open, ...results.done], seen, resultOf),
    )
  if (fresh.length > 0) {
    if (elements.length > 0) elements.push(hr())
    elements.push(
      note(`${weekSaid(now.name)}交办（${fresh.length}件）`),
      ...lines(fresh, seen, (one) => `${whenSaid(one.due, seen.now, seen.calendar)} 前交卷`),
    )
  }
  if (elements.length === 0)
    elements.push(text(`${weekSaid(last.name)}、${weekSaid(now.name)}没有您可以看的周交办事项。`))
  elements.push(buttons([button({ text: '周交办台账', say: '台账 周交办' })]))
  return card({
    title: `周交办 ${weekSaid(now.name)}`,
    color: 'blue',
    summary: `周交办：${[
      ...(results.all.length > 0 ? [`${weekSaid(last.name)}${resultSaid(results)}`] : []),
      ...(fresh.length > 0 ? [`${weekSaid(now.name)}交办${fresh.length}件`] : []),
    ].join('')}`,
    elements,
  })
}

/** `应交卷8件，已交卷6件，其中按时5件；未交卷2件。` */
export function resultSaid({ all, done, inTime, open }: HandIn): string {
  const late = done.length > 0 ? `，其中按时${inTime.length}件` : ''
  const rest = open.length > 0 ? `；未交卷${open.length}件` : ''
  return `应交卷${all.length}件，已交卷${done.length}件${late}${rest}。`
}

function lines(matters: readonly Matter[], seen: Seen, state: (one: Matter) => string): Element[] {
  const said = matters.slice(0, EACH).map((one) => {
    const unit = seen.directory.unitName(one.lead)
    const line = `${shortOf(one)} ${shortened(one.title, 28)} · ${unit} · ${state(one)}`
    return tappable(`查 ${one.id}`, [text(line)], `查看${one.id}号`)
  })
  const rest = matters.length - said.length
  return rest > 0 ? [...said, note(`另有${rest}件，请说“台账 周交办”查看。`)] : said

  function shortOf({ formal }: Matter): string {
    return formal.replace(/^\d{4}-周0?(\d+)-0*(\d+)$/, '周$1-$2')
  }
}

/** What a reader of results wants to know: handed in when, or where it stands. */
function resultOf(matter: Matter): string {
  const at = matter.closing?.at ?? matter.closed
  if (at === null) return `未交卷（${statusSaid(matter)}）`
  const day = daySaid(dayOf(at), dayOf(at))
  return `${day} 交卷${at > matter.due ? '（逾时）' : ''}，${statusSaid(matter)}`
}
