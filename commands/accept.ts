/** 签收、退签: the lead unit takes a matter on, or sends it back with a reason. */
import {
  command,
  either,
  heads,
  liaisons,
  matter,
  optional,
  person,
  reason,
  remark,
  settle,
} from '../src/bot/index.ts'
import { declineSign, deploy, sign } from '../src/domain/matter/sign.ts'

const signing = command({
  name: '签收',
  about: '办理',
  summary: '承办单位负责人或联络员签收事项',
  says: ['{matter}', ''],
  slots: { matter },
  who: either(heads, liaisons),
  examples: ['签收 11'],
  changes: true,
  async run(turn, { matter }) {
    const decision = sign(matter, { by: turn.actor, at: turn.at }, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号已签收，请分办承办人。`, matter: after }
  },
})

const signingAndDeploying = command({
  name: '签收并分办',
  about: '办理',
  summary: '签收，并交给指定的承办人；不写姓名时交给交办时点名的人',
  says: ['{matter} {handler} {words}', '{handler} {words}', '{matter}', ''],
  slots: { matter, handler: optional(person), words: remark },
  who: heads,
  examples: ['签收并分办 12', '签收并分办 12 @王强 先摸底再拿方案'],
  changes: true,
  async run(turn, { matter, handler, words }) {
    const { actor, at, directory } = turn
    const act = { by: actor, at }
    const carrier = handler ?? directory.people.get(matter.proposed ?? actor.id) ?? actor
    const signed = await settle(turn, sign(matter, act, directory), actor.id)
    const after = await settle(turn, deploy(signed, act, carrier, words ?? '', directory), actor.id)
    return { line: `${after.id}号已签收并分办给${carrier.name}。`, matter: after }
  },
})

const declining = command({
  name: '退签',
  about: '办理',
  summary: '不属本单位职责的，说明理由退回督查室',
  says: ['{matter} {reason}', '{reason}'],
  slots: { matter, reason },
  who: heads,
  examples: ['退签 11 不属我科职责，建议金融科'],
  changes: true,
  async run(turn, { matter, reason }) {
    const decision = declineSign(matter, { by: turn.actor, at: turn.at }, reason, turn.directory)
    const after = await settle(turn, decision, turn.actor.id)
    return { line: `${after.id}号已退签，待督查室转办。`, matter: after }
  },
})

export default [signing, signingAndDeploying, declining]
