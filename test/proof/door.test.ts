/** Promise 7, check by check: what is forged, foreign, stale, too large or not the tapper's right changes nothing; without its check it would. */
import { describe } from 'vitest'
import { type Forgery, forge } from './forged.ts'
import { mutated, promise, type Trial } from './trial.ts'

const ASSIGNS = '交办 预算科 报送自评报告 12月15日前'
/** What nobody said. */
const FORGED = '交办 国库科 报送库款余额 12月16日前'
/** The inbox keeps what it heard for thirty days. */
const LATER = '2026-12-24 09:10'

/** The office has lived a while; then somebody pushes what he has made. */
const pushes = (wrong: Forgery) => async (trial: Trial) => {
  await trial.tells('陈静', ASSIGNS)
  await trial.ground.street.pushRaw(...(await forge(trial, FORGED, wrong)))
  await trial.ground.bot.settled()
}

/** What nobody said stands in the ledger. */
const uninvited = async ({ ledger, witness }: Trial): Promise<string[]> =>
  (await ledger.rows<{ turn: string }>("select turn from journal where verb = '交办'"))
    .filter(({ turn }) => !witness.said.has(turn.slice('msg:'.length)))
    .map(({ turn }) => `uninvited: ${turn}`)

const refuses = (what: string, wrong: Forgery, file: string, line: string, other: string): void =>
  promise(what, pushes(wrong), () => mutated(file, line, other), /^uninvited: /m, uninvited)

describe.runIf(process.env.DUBAN_PROVE)('nobody is let in', () => {
  refuses(
    'with a wrong signature',
    { signature: '0'.repeat(64) },
    'feishu/webhook.ts',
    'if (isSigned && !lock.fits(raw, signed))',
    'if (false)',
  )
  refuses(
    'with a wrong token',
    { token: 'a token it never had' },
    'feishu/webhook.ts',
    'if (!isSecret(envelope.token, token))',
    'if (false)',
  )
  refuses(
    'from a foreign tenant',
    { tenant: 'a tenant of others' },
    'bot/stranger.ts',
    'return office.tenant !== tenant',
    'return false',
  )
  refuses(
    'with a body larger than agreed',
    { padding: 1024 * 1024 },
    'feishu/webhook.ts',
    'readBody(request, MOST_BYTES)',
    'readBody(request, Number.POSITIVE_INFINITY)',
  )

  promise(
    'by a body that was heard before, once the inbox has forgotten it',
    async (trial) => {
      const { street, bot } = trial.ground
      const body = await forge(trial, FORGED, {})
      await street.pushRaw(...body)
      await bot.settled()
      await trial.turnsTo(LATER)
      await street.pushRaw(...body)
      await bot.settled()
    },
    () => mutated('feishu/webhook.ts', '!isFresh(signed.timestamp, at)', 'false'),
    /^heard again: om_forged/m,
    async ({ ledger }) =>
      (await ledger.rows("select key from inbox where key = 'msg:om_forged'")).map(
        () => 'heard again: om_forged',
      ),
  )

  promise(
    'to what only the keeper may, by a tap',
    (trial) => taps(trial, '李娜', '每日条数 7'),
    () =>
      mutated(
        'bot/filling.ts',
        'if (command.who.may(turn.actor, turn.directory)) return',
        'if (true) return',
      ),
    /^changed by a tap: 每日条数/m,
    changedByTaps,
  )
  promise(
    'to a step of a matter that is another’s, by a tap',
    (trial) => taps(trial, '陈静', '办结 1 已报送'),
    () => mutated('domain/matter/close.ts', 'if (!isAsker)', 'if (false)'),
    /^changed by a tap: 办结/m,
    changedByTaps,
  )
})

/** A button that somebody's client was never shown, on a card that he sees. */
async function taps(trial: Trial, who: string, say: string): Promise<void> {
  const { street, bot } = trial.ground
  const { chatNamed, personNamed } = await import('../world.ts')
  await trial.says('陈静', ASSIGNS, '督办工作群')
  await trial.says('杜建华', '签收并分办 1')
  const [shown] = street.cards(chatNamed('督办工作群'))
  const tapped = await street.tap(personNamed(who).openId, shown?.message ?? '', {
    tag: 'button',
    value: { say },
    stale: true,
  })
  if (tapped.error) throw new Error(tapped.error)
  await bot.settled()
}

async function changedByTaps({ ledger }: Trial): Promise<string[]> {
  const rows = await ledger.rows<{ verb: string }>("select verb from journal where way = '卡片'")
  return rows.map(({ verb }) => `changed by a tap: ${verb}`)
}
