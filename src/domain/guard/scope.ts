/** 受理范围: what courts, letters-and-visits offices and inspectors decide is not the counter's; it tells where to go (domain.md B.6). */
import { Declined } from '../declined.ts'

const elsewhere: readonly [RegExp, string][] = [
  [
    /涉法|涉诉|诉讼|起诉|上诉|判决书?|裁定书?|强制执行|仲裁/,
    '涉法涉诉事项不在受理范围，请到作出裁判的人民法院或仲裁机构反映',
  ],
  [/行政复议|复议申请/, '行政复议不在受理范围，请到司法行政部门的行政复议机构提出'],
  [/涉访|信访件|上访|信访(?:事项|复查|复核|积案)/, '信访事项不在受理范围，请到信访局反映'],
  [/报案|立案侦查|刑事/, '涉嫌犯罪的请向公安机关报案，不在受理范围'],
  [/举报.{0,20}(?:违纪|违法|受贿|贪污|腐败)/, '举报违纪违法请向派驻纪检监察组反映，不在受理范围'],
]

/** Declines what is not the counter's, with where to go. */
export function guardScope(text: string): void {
  const found = elsewhere.find(([words]) => words.test(text))
  if (found) throw new Declined('E-INTAKE-1', `${found[1]}。请向服务对象说明并指引。`)
}
