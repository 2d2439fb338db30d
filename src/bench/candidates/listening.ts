/** What every candidate is given, and how it listens. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Settings {
  /** The candidate's own database file. */
  file: string
  /** The stand-in for the platform. */
  platform: string
  /** A port, or 0 for any. */
  port: number
  /** The folder in which the peers were installed, for their candidates. */
  peers?: string
}

/** Starts a candidate; gives the port it listens on. */
export type Start = (settings: Settings) => Promise<number>

/** Listens on this machine only. */
export async function listen(listener: RequestListener, port: number): Promise<number> {
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return (server.address() as AddressInfo).port
}
