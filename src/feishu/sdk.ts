/** The platform's SDK and its HTTP client, loaded when they are first needed: they cost 33 MiB and 130 ms. */
import { createRequire } from 'node:module'
import type { AxiosStatic } from 'axios'
import type { SdkLogger } from './log.ts'

const require = createRequire(import.meta.url)

/** A request as the SDK's client and ours take it. */
export interface SdkRequest {
  method: string
  url: string
  params?: Record<string, string>
  data?: object
  timeout?: number
  responseType?: 'arraybuffer'
}

/** The part of the SDK's `Client` that is used. Its own types are 17 MB; ours say what we rely on. */
export interface SdkClient {
  request(payload: SdkRequest): Promise<unknown>
}

/** The part of the SDK's `WSClient` that is used. */
export interface SdkSocket {
  start(params: { eventDispatcher: { invoke(event: unknown): Promise<unknown> } }): Promise<void>
  close(params: { force: boolean }): void
}

interface SdkOptions {
  appId: string
  appSecret: string
  domain: string
  httpInstance: unknown
  logger: SdkLogger
  loggerLevel: number
}

interface Sdk {
  Client: new (
    options: SdkOptions & {
      cache: { get(): Promise<string>; set(): Promise<boolean> }
    },
  ) => SdkClient
  WSClient: new (
    options: SdkOptions & {
      autoReconnect: boolean
      handshakeTimeoutMs: number
      wsConfig: { pingTimeout: number }
      onReady(): void
      onError(error: Error): void
      onReconnecting(): void
      onReconnected(): void
    },
  ) => SdkSocket
  LoggerLevel: { info: number; trace: number }
}

/** The SDK. */
export function loadSdk(): Sdk {
  return require('@larksuiteoapi/node-sdk')
}

/** The HTTP client under the SDK. */
export function loadAxios(): AxiosStatic {
  return require('axios')
}
