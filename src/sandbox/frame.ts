/** Frames of the long connection: protobuf `pbbp2.Frame` (feishu-platform.md 6.4). */
import protobuf from 'protobufjs'

/** One frame of the long connection. */
export interface Frame {
  SeqID: number
  LogID: number
  service: number
  /** 0 control, 1 data. */
  method: number
  headers: { key: string; value: string }[]
  payload: Uint8Array
}

/** The method of pings and pongs. */
export const CONTROL = 0
/** The method of events and their acknowledgements. */
export const DATA = 1

const { root } = protobuf.parse(
  `syntax = "proto2"; package pbbp2;
message Header { required string key = 1; required string value = 2; }
message Frame {
  required uint64 SeqID = 1; required uint64 LogID = 2; required int32 service = 3; required int32 method = 4;
  repeated Header headers = 5; optional string payload_encoding = 6; optional string payload_type = 7;
  optional bytes payload = 8; optional string LogIDNew = 9;
}`,
  { keepCase: true },
)
// Set up at once: the SDK takes 64-bit support out of protobufjs for the whole process when it is loaded.
const type = root.lookupType('pbbp2.Frame').setup()

/** A frame as bytes. */
export function encodeFrame(frame: Frame): Uint8Array {
  return type.encode(type.create(frame)).finish()
}

/** Bytes as a frame. Throws on bytes that are none. */
export function decodeFrame(bytes: Uint8Array): Frame {
  const plain = type.toObject(type.decode(bytes), { longs: Number, defaults: true, arrays: true })
  return plain as Frame
}

/** A header of a frame, '' when it has none. */
export function header(frame: Frame, key: string): string {
  return frame.headers.find((entry) => entry.key === key)?.value ?? ''
}
