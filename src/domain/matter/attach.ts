/** 附件: a file or picture sent in reply to a matter's card is kept by its key; never required (issue MATTERS, R4). */
import { Declined } from '../declined.ts'
import type { Directory } from '../people/directory.ts'
import { isSupervisor } from '../people/rights.ts'
import type { Act, Decision } from './decision.ts'
import { isOpen, type Matter } from './matter.ts'
import { carries } from './report.ts'
import type { Attachment } from './sides.ts'
import { supportBy } from './support.ts'
import { nextStep } from './transitions.ts'

/** More belongs into a folder of the unit's own. */
const MOST = 30

/** Keeps a file with the matter; the same file a second time changes nothing. */
export function attach(
  matter: Matter,
  act: Act,
  file: Pick<Attachment, 'key' | 'name' | 'type' | 'message'>,
  directory: Directory,
): Decision {
  const may =
    carries(act.by, matter, directory) ||
    supportBy(act.by, matter, directory) !== undefined ||
    isSupervisor(act.by) ||
    act.by.id === matter.assigner
  if (!may) throw new Declined('E-RIGHT-2', `${matter.id}号的附件由承办、协办单位和交办人提供。`)
  if (!isOpen(matter)) {
    const { say, tries } = nextStep(matter, directory)
    throw new Declined('E-STATE-1', `${matter.id}号${say}，不再收附件。`, tries)
  }
  if (matter.attachments.length >= MOST)
    throw new Declined('E-FILE-2', `${matter.id}号已有${MOST}个附件，请合并后再发。`)
  const kept = matter.attachments.some((one) => one.key === file.key)
  const attachment = { ...file, by: act.by.id, at: act.at }
  return {
    matter: {
      ...matter,
      attachments: kept ? matter.attachments : [...matter.attachments, attachment],
      changed: Math.max(matter.changed, act.at),
    },
    verb: '附件',
    text: file.name,
    notices: [],
  }
}
