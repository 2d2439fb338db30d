/** Every migration by name, in order. The folder and this list are compared by a test. */
import type { Migration } from 'kysely'
import * as people from './001-people.ts'
import * as matters from './002-matters.ts'
import * as guard from './003-guard.ts'
import * as post from './004-post.ts'
import * as meetings from './005-meetings.ts'
import * as absences from './006-absences.ts'
import * as profiles from './007-profiles.ts'
import * as allowance from './008-allowance.ts'
import * as calendar from './009-calendar.ts'
import * as counter from './010-counter.ts'
import * as ledger from './011-ledger.ts'
import * as series from './012-series.ts'
import * as praises from './014-praises.ts'
import * as packs from './015-packs.ts'
import * as resolutions from './016-resolutions.ts'
import * as reviews from './017-reviews.ts'
import * as returns from './018-returns.ts'
import * as pages from './019-pages.ts'
import * as cardAge from './021-card-age.ts'
import * as covering from './024-covering.ts'
import * as pace from './025-pace.ts'
import * as forgetting from './026-forgetting.ts'
import * as strays from './027-strays.ts'
import * as papers from './028-papers.ts'

export const migrations: Record<string, Migration> = {
  '001-people': people,
  '002-matters': matters,
  '003-guard': guard,
  '004-post': post,
  '005-meetings': meetings,
  '006-absences': absences,
  '007-profiles': profiles,
  '008-allowance': allowance,
  '009-calendar': calendar,
  '010-counter': counter,
  '011-ledger': ledger,
  '012-series': series,
  '014-praises': praises,
  '015-packs': packs,
  '016-resolutions': resolutions,
  '017-reviews': reviews,
  '018-returns': returns,
  '019-pages': pages,
  '021-card-age': cardAge,
  '024-covering': covering,
  '025-pace': pace,
  '026-forgetting': forgetting,
  '027-strays': strays,
  '028-papers': papers,
}
