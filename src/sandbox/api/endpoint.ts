/** How an endpoint of the API is written down: what it is called, where it stands, what it does. */
import { isNode } from '../card-tree.ts'
import { Refusal } from '../refusals.ts'
import type { World } from '../world.ts'
import type { Form } from './multipart.ts'

/** One call of the API, read. */
export interface Call {
  /** A part of the path, '' where it has none of that name. */
  part(name: string): string
  query(name: string): string | undefined
  queries(name: string): string[]
  /** The JSON body; {} for GET and for a form. */
  body: Record<string, unknown>
  /** The parts of a multipart body; {} for any other. */
  form: Form
}

/** One endpoint: its address, what it is subject to, and what it does. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Under /open-apis/. */
  path: string
  /** What the inspector calls it. */
  title: string
  /** Counted in the app's pace, and struck by the faults of the sending API. */
  writes?: true
  /** It reads, and is struck by the faults of the connection all the same. */
  struck?: true
  /** Not counted in the monthly quota: auth, event and contact APIs. */
  unmetered?: true
  /** Needs no token. */
  open?: true
  /**
   * Gives what stands under `data`; a Whole gives the whole body, a Response stands for itself.
   * Throws a Refusal.
   */
  run(world: World, call: Call): unknown
}

/** A body whose fields stand beside `code` instead of under `data`. */
export class Whole {
  readonly fields: Record<string, unknown>

  constructor(fields: Record<string, unknown>) {
    this.fields = fields
  }
}

/** A required string of the body. Throws 99992402. */
export function text(body: Record<string, unknown>, name: string): string {
  const value = body[name]
  if (typeof value !== 'string' || value === '') throw new Refusal(99992402, `${name} is required`)
  return value
}

/** A list of strings of the body, at most `most`. Throws 99992402. */
export function texts(body: Record<string, unknown>, name: string, most: number): string[] {
  const list = body[name] ?? []
  if (!Array.isArray(list) || list.some((entry) => typeof entry !== 'string') || list.length > most)
    throw new Refusal(99992402, `${name} must be a list of at most ${most} strings`)
  return list
}

/** An object of the body. Throws 99992402. */
export function object(body: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = body[name]
  if (!isNode(value)) throw new Refusal(99992402, `${name} must be an object`)
  return value
}

/** One page of a list as the API gives it: page_token is the position. */
export function page<T>(all: readonly T[], call: Call, usual: number, most: number) {
  const size = Number(call.query('page_size') ?? usual)
  if (!Number.isInteger(size) || size < 1 || size > most)
    throw new Refusal(99992402, `page_size must be 1 to ${most}`)
  const from = Number(call.query('page_token') || 0)
  if (!Number.isInteger(from) || from < 0) throw new Refusal(99992402, 'page_token is invalid')
  const next = from + size
  return {
    items: all.slice(from, next),
    has_more: next < all.length,
    page_token: next < all.length ? String(next) : '',
  }
}
