/** What the keeper sees: counts of what was heard, felt and delivered. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface Meters {
  registry: Registry
  heard: Counter<'outcome'>
  unknownEvents: Counter<'type'>
  refusedRequests: Counter<'why'>
  delivered: Counter<'result'>
  occurrences: Counter<'rule' | 'result'>
  tickAge: Gauge
  letters: Gauge<'state'>
  oldestReady: Gauge
  callsThisMonth: Gauge
  ailing: Gauge<'ailment'>
  turnSeconds: Histogram
}

/** A fresh set of meters with a registry of their own. */
export function meters(): Meters {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    heard: new Counter({
      name: 'duban_heard_total',
      help: 'Sentences, taps and other events by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    unknownEvents: new Counter({
      name: 'duban_unknown_events_total',
      help: 'Events of a type the bot does not handle',
      labelNames: ['type'],
      registers,
    }),
    refusedRequests: new Counter({
      name: 'duban_refused_requests_total',
      help: 'Requests turned away at the door: signature, token, size …',
      labelNames: ['why'],
      registers,
    }),
    delivered: new Counter({
      name: 'duban_delivered_total',
      help: 'Delivery attempts by result',
      labelNames: ['result'],
      registers,
    }),
    occurrences: new Counter({
      name: 'duban_occurrences_total',
      help: 'Due moments by rule and result',
      labelNames: ['rule', 'result'],
      registers,
    }),
    tickAge: new Gauge({
      name: 'duban_last_tick_seconds',
      help: 'When the last tick ended, seconds since 1970',
      registers,
    }),
    letters: new Gauge({
      name: 'duban_letters',
      help: 'Letters in the outbox by state: ready, unknown, dead …',
      labelNames: ['state'],
      registers,
    }),
    oldestReady: new Gauge({
      name: 'duban_oldest_ready_seconds',
      help: 'For how long the oldest letter that may go has been waiting; 0 when none waits',
      registers,
    }),
    callsThisMonth: new Gauge({
      name: 'duban_calls_this_month',
      help: 'Tries to send since the first of the month, all instances together; the platform counts them against its quota',
      registers,
    }),
    ailing: new Gauge({
      name: 'duban_store_ailing',
      help: '1 while the ledger cannot be written: full, damaged or lost',
      labelNames: ['ailment'],
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'duban_turn_seconds',
      help: 'How long a turn took, until its COMMIT',
      buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1],
      registers,
    }),
  }
}
