/** Ten times in a row: `DUBAN_TIMES=10 npm run prove` repeats what kills and restarts that often; otherwise it runs once. */
const times = Number(process.env.DUBAN_TIMES ?? 1)
if (!Number.isInteger(times) || times < 1)
  throw new Error('DUBAN_TIMES is a whole number from 1 on')

/** For a test's options: how often it is run again after the first time. */
export const repeated = { repeats: times - 1 }
