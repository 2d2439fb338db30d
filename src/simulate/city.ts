/** The same office served by several instances on one PostgreSQL, behind a proxy, each with a clock of its own. */
import { freePort } from '../free-port.ts'
import { openBalancer } from './balancer.ts'
import type { Chance } from './chance.ts'
import { openLedger } from './ledger.ts'
import { type Apart, Gone, runApart } from './runner.ts'
import { layTown, standing, type Town } from './town.ts'
import { layWire, type Wire } from './wire.ts'

export interface CityOptions {
  /** A postgres:// address. */
  databaseUrl: string
  begin: number
  instances: number
  chance: Chance
  /** Takes the database away for a moment; all its connections break. */
  outage: () => Promise<void>
}

/** Milliseconds by which an instance's clock may be wrong. */
export const SKEW = 120_000
/** The metronome of the office beats four times a minute. */
const BEAT = 15_000
/** Real milliseconds: leases and patience are short, so that a blow is over in a second. */
const LEASE = 800
const PATIENCE = 1500
const PASSED_OVER = 700

interface Instance {
  wire: Wire
  port: number
  /** Milliseconds that its clock is ahead. */
  skew: number
  bot: Apart
  stands: boolean
}

/** Opens the city: the first clock is two minutes slow, the last two minutes fast. */
export async function openCity(options: CityOptions): Promise<Town> {
  const { databaseUrl, begin, instances, chance, outage } = options
  const ports = await Promise.all(Array.from({ length: instances }, freePort))
  const balancer = await openBalancer(ports, PASSED_OVER)
  const { street, clock } = await layTown(databaseUrl, begin, balancer.port)
  const ledger = openLedger(databaseUrl)
  const start = ({ wire, port, skew }: Pick<Instance, 'wire' | 'port' | 'skew'>) =>
    runApart({
      ...standing(wire.url, street, port),
      // A new name each time: what the dead one held is waited for until its lease ends.
      owner: `${port}-${clock.now()}-${chance.between(1, 1e9)}`,
      now: clock.now() + skew,
      lease: LEASE,
      patience: PATIENCE,
    })
  const city: Instance[] = await Promise.all(
    ports.map(async (port, i) => {
      const skew = Math.round((i / Math.max(1, instances - 1)) * 2 * SKEW - SKEW)
      const one = { wire: await layWire(databaseUrl), port, skew }
      return { ...one, bot: await start(one), stands: false }
    }),
  )

  /** Every instance that can do something does it; one that dies on the way is missed by nobody. */
  const all = <T>(deed: (one: Instance) => Promise<T>): Promise<(T | undefined)[]> =>
    Promise.all(
      city
        .filter((one) => one.bot.alive() && !one.stands)
        .map((one) =>
          deed(one).catch((error) => {
            if (!(error instanceof Gone)) throw error
            return undefined
          }),
        ),
    )
  const revive = () =>
    Promise.all(
      city.map(async (one) => {
        if (!one.bot.alive()) one.bot = await start(one)
      }),
    )
  const heal = async () => {
    while (city.some((one) => one.stands)) await real(50)
    await revive()
  }
  const leased = async () => {
    const [row] = await ledger.rows<{ n: number }>(
      "select count(*) as n from outbox where state = 'leased'",
    )
    return row?.n ?? 0
  }
  const settled = async () => {
    for (;;) {
      if (city.every(({ bot, stands }) => stands || !bot.alive())) await revive()
      await all((one) => one.bot.settled())
      if ((await leased()) === 0) return
      // What a dead or standing instance held comes free when its lease ends.
      await real(50)
    }
  }
  const soon = (deed: () => unknown) => setTimeout(deed, chance.between(0, 60))
  const anyone = () => chance.pick(city)
  return {
    street,
    now: clock.now,
    heal,
    async turnTo(to) {
      for (;;) {
        await settled()
        const dues = (await all((one) => one.bot.nextDue())).filter((due) => due != null)
        const due = Math.min(...dues, street.nextDue() ?? to, to)
        // What is due already waits for an instance whose clock has come so far.
        const next = due > clock.now() ? due : Math.min(clock.now() + BEAT, to)
        clock.set(next)
        await all((one) => one.bot.at(clock.now() + one.skew))
        await street.runDue()
        await settled()
        if (next >= to) return
      }
    },
    async says(openId, chat, text) {
      const { message } = await street.say(openId, chat, text)
      await settled()
      return message
    },
    async restart() {
      await revive()
      const one = anyone()
      if (one.stands) return
      await one.bot.close()
      one.bot = await start(one)
    },
    async cut() {
      await anyone().bot.kill()
    },
    ordeals: {
      async killed() {
        await revive()
        const one = anyone()
        soon(() => !one.stands && one.bot.kill())
      },
      async stalled() {
        await revive()
        const one = anyone()
        soon(() => {
          one.stands = true
          one.bot.stand()
          setTimeout(async () => {
            one.bot.goOn()
            await one.bot.at(clock.now() + one.skew).catch(() => {})
            one.stands = false
          }, LEASE * 2)
        })
      },
      async outage() {
        await revive()
        soon(() => outage())
      },
      async silence() {
        await revive()
        const { wire } = anyone()
        soon(() => wire.freeze())
      },
    },
    async close() {
      await heal()
      await all((one) => one.bot.close())
      await Promise.all(city.map((one) => one.wire.close()))
      await balancer.close()
      await ledger.close()
      await street.close()
    },
  }
}

const real = (ms: number) => new Promise((done) => setTimeout(done, ms))
