/** The envelope of what the platform pushes: version 2.0 (feishu-platform.md 1.2). */

/** A push of version 2.0 as it travels. */
export interface Envelope {
  schema: '2.0'
  header: {
    event_id: string
    event_type: string
    create_time: string
    token: string
    app_id: string
    tenant_key: string
  }
  event: Record<string, unknown>
}

/** An event as the street keeps it until it has been delivered. */
export interface Happening {
  id: string
  type: string
  /** Milliseconds. */
  at: number
  event: Record<string, unknown>
  /** The message told of: when it is recalled before delivery, its content arrives empty. */
  message?: string
}

/** Puts an event into its envelope. `token` is empty on the long connection; callbacks count microseconds. */
export function envelope(
  { id, type, at, event }: Happening,
  app: { id: string; tenant: string },
  token: string,
): Envelope {
  const micro = type === 'card.action.trigger' ? '000' : ''
  const header = {
    event_id: id,
    event_type: type,
    create_time: `${at}${micro}`,
    token,
    app_id: app.id,
    tenant_key: app.tenant,
  }
  return { schema: '2.0', header, event }
}
