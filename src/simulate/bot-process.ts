/** The bot of a simulated year in a process of its own: told the time, asked to settle, killed at will. */
import { Unkept } from '../store/unkept.ts'
import { botBy, type Orders } from './runner.ts'

interface Asked {
  id: number
  ask: 'ready' | 'at' | 'settle' | 'next' | 'stop'
  now?: number
}

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders
let now = orders.now
const starting = botBy(orders, () => now)

// Nobody is left to tell it the time.
process.on('disconnect', () => process.exit(1))

process.on('message', async ({ id, ask, now: moment }: Asked) => {
  const bot = await starting
  const answer = (value: number | null = null) => process.send?.({ id, value })
  switch (ask) {
    case 'at':
      now = moment ?? now
      return answer()
    case 'settle':
      await bot.settled().catch(unlessUnkept)
      return answer()
    case 'next':
      return answer((await bot.nextDue().catch(unlessUnkept)) ?? null)
    case 'stop':
      await bot.close()
      return process.exit(0)
    default:
      return answer()
  }
})

/** A database that is away is tried again at the next beat, as the clock of the office does. */
function unlessUnkept(error: unknown): undefined {
  if (!(error instanceof Unkept)) throw error
}
