/** The line to the platform: connections with time limits, past any proxy of the environment. */
import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import type { AxiosInstance } from 'axios'
import { loadAxios } from './sdk.ts'

/** How long things may take, in milliseconds. */
export interface Limits {
  /** Until the connection stands. */
  connect: number
  /** Until the whole answer is here. */
  answer: number
}

/** A connection that does not stand in time ends as UNREACHED, so that it is known that nothing was written. */
class Unreached extends Error {
  readonly code = 'UNREACHED'
}

/** An HTTP client that waits no longer than the limits, follows no redirect and lets every status through. */
export function openLine({ connect, answer }: Limits, mostBytes: number): AxiosInstance {
  const line = loadAxios().create({
    timeout: answer,
    proxy: false,
    maxRedirects: 0,
    maxContentLength: mostBytes,
    maxBodyLength: Number.POSITIVE_INFINITY,
    validateStatus: () => true,
    httpAgent: impatient(new http.Agent({ keepAlive: true }), 'connect', connect),
    httpsAgent: impatient(new https.Agent({ keepAlive: true }), 'secureConnect', connect),
  })
  line.interceptors.request.use((config) => {
    // `timeout` restarts with every byte that arrives; the signal does not.
    config.signal = AbortSignal.timeout(config.timeout ?? answer)
    return config
  })
  return line
}

interface Connecting {
  createConnection(...args: unknown[]): Socket
}

function impatient<A extends http.Agent>(agent: A, stands: string, limit: number): A {
  const connecting = agent as unknown as Connecting
  const create = connecting.createConnection
  connecting.createConnection = (...args) => {
    const socket = create.apply(agent, args)
    const timer = setTimeout(() => socket.destroy(new Unreached('no connection in time')), limit)
    const stop = () => clearTimeout(timer)
    socket.once(stands, stop).once('close', stop)
    return socket
  }
  return agent
}
