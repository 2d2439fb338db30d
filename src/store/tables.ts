/** The tables as Kysely sees them. Rows never leave this room. */
import type { Link } from './chain.ts'

export interface Tables {
  office: { id: number; version: number; tenant: string | null; rev: number; head: string }
  counters: { name: string; value: number }
  units: {
    id: number
    name: string
    aliases: string
    kind: string
    parent: number | null
    head: number | null
    charge: number | null
    ends: string | null
  }
  people: {
    id: number
    name: string
    unit: number
    title: string
    post: string
    roles: string
    open_id: string | null
    union_id: string | null
    mobile: string | null
    left: number
  }
  remits: { person: number; word: string }
  absences: {
    id: number
    person: number
    first_day: string
    last_day: string
    stand_in: number | null
    state: string
  }
  seats: { unit: number; person: number }
  chats: { id: string; name: string; unit: number | null; series: number | null; gone: number }
  matters: {
    id: number
    formal: string
    title: string
    basis: string | null
    source: string
    origin: string
    assigner: number
    lead: number
    proposed: number | null
    handler: number | null
    status: string
    open: number
    profile: string
    level: string
    urgent: string | null
    start: number
    next: number
    due: number
    first_due: number
    provisional: number
    percent: number | null
    report: string | null
    closing: string | null
    extension: string | null
    refused: string | null
    grade: string | null
    returned: number
    extended: number
    reopened: number
    round: number
    series: number | null
    batch: string | null
    merged_into: number | null
    sides: string | null
    /** When it was handed in, while it waits for review or striking off: its light stands still. */
    handed: number | null
    /** How its newest no stands, to be found by; the no itself is among the sides. */
    refusal: string | null
    chat: string | null
    created: number
    changed: number
    closed: number | null
    rev: number
    head: string
  }
  duties: { person: number; at: number; matter: number; kind: string }
  tallies: { unit: number; open: number }
  grams: { gram: string; matter: number }
  journal: Link & { hash: string }
  checkpoints: { day: string; at: number; heads: string; hash: string }
  inbox: { key: string; at: number; outcome: string }
  outbox: {
    key: string
    turn: string
    n: number
    kind: string
    place: string
    body: string
    matter: number | null
    rev: number | null
    class: string
    state: string
    created: number
    next_try: number
    first_try: number | null
    attempts: number
    owner: string | null
    lease_end: number | null
    epoch: number
    message: string | null
    reason: string | null
    done: number | null
    spent: number
  }
  strays: {
    id: number
    letter: string
    place: string
    whom: string
    person: number | null
    matter: number | null
    what: string
    state: string
    first: number
    at: number
    verdict: string | null
    keeper: number | null
    decided: number | null
  }
  messages: {
    message: string
    place: string
    matter: number | null
    rev: number
    at: number
    state: string
  }
  occurrences: {
    rule: string
    subject: string
    at: number
    state: string
    reason: string | null
    done: number | null
  }
  series: {
    id: number
    name: string
    rule: string
    leader: string
    unit: number | null
    support: string
    secretary: number
    chat: string | null
    held: number
    ended: number
    kind: string
    rest_day: string
    study: number
    off: string
    extra: string
    prepared: string
    rev: number
    head: string
  }
  packs: {
    series: number
    at: number
    meets: number
    state: string
    agenda: string
    places: string
    sent: number
  }
  pack_items: { matter: number; series: number; at: number }
  topics: {
    id: number
    series: number
    text: string
    person: number
    at: number
    state: string
    carried: number
    matter: number | null
    reason: string | null
  }
  resolutions: {
    id: number
    series: number
    meeting: number
    item: number
    state: string
    matter: number | null
    person: number
    at: number
    body: string
    rev: number
  }
  notices: {
    year: number
    doc: string
    dated: string
    off: string
    work: string
    person: number
    at: number
  }
  overrides: { day: string; work: number; reason: string; person: number; at: number }
  settings: { name: string; value: string }
  quiet: { person: number; begins: number; ends: number }
  praises: {
    id: number
    kind: string
    matter: number
    by: number
    to: number | null
    text: string
    at: number
    state: string
  }
  suggestions: {
    id: number
    person: number | null
    text: string
    at: number
    state: string
    office: number | null
    sealed: string | null
    answer: string | null
    answered_by: number | null
    answered_at: number | null
  }
  plans: {
    unit: number
    month: string
    lines: string
    dropped: string
    asked: number
    person: number | null
    at: number | null
    late: number
    rev: number
  }
  incidents: {
    id: number
    name: string
    units: string
    first_day: string
    last_day: string
    rest_days: number
    person: number
    at: number
    state: string
    rev: number
  }
  briefs: {
    incident: number
    day: string
    unit: number
    text: string
    same: number
    person: number
    at: number
    late: string | null
  }
  reviews: { month: string; state: string; body: string; at: number }
  objections: {
    id: number
    month: string
    person: number
    text: string
    at: number
    state: string
    answer: string
    answered_by: number | null
    answered: number | null
  }
  profiles: { name: string; body: string; person: number; at: number }
  drafts: {
    id: number
    kind: string
    person: number
    body: string
    at: number
    state: string
  }
}
