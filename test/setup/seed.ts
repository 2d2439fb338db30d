/** Properties try the same values every time, so that a run can be repeated; `DUBAN_SEED` tries others. */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.DUBAN_SEED ?? 20261121) })
