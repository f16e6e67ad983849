// Writes an answer to the wire: whole, or as badly as a fault asks.
import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { AzureResponse } from '../imitated-service.ts'
import type { Delivery } from './carry-out.ts'

export async function deliver(
  to: ServerResponse,
  { status, headers, body }: AzureResponse,
  delivery: Delivery,
): Promise<void> {
  if (delivery.kind === 'reset') {
    breakOff(to)
    return
  }
  const bytes = payload(body, delivery)
  to.statusCode = status
  for (const [name, value] of Object.entries(headers ?? {})) to.setHeader(name, value)
  if (bytes.length > 0 && !to.hasHeader('content-type')) to.setHeader('content-type', 'application/json; charset=utf-8')
  if (status !== 204 && status !== 304) to.setHeader('content-length', bytes.length)

  if (delivery.kind === 'truncate' || delivery.kind === 'stall') {
    const part = bytes.subarray(0, delivery.bytes ?? Math.floor(bytes.length / 2))
    to.flushHeaders()
    if (part.length > 0) await new Promise<void>((written) => to.write(part, () => written()))
    if (delivery.kind === 'truncate') breakOff(to)
    return
  }
  if (delivery.kind === 'slow') await trickle(to, bytes, delivery.bytesPerSecond)
  else to.end(bytes)
}

/** The request's connection: the answer has none while the one before it is not wholly out, which a fast client need not wait for. */
function breakOff(to: ServerResponse): void {
  to.req.socket.destroy()
}

function payload(body: unknown, delivery: Delivery): Buffer {
  if (body === undefined || body === null) return Buffer.alloc(0)
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  // The closing bracket is lost and the length is honest: complete as HTTP, broken as JSON.
  return Buffer.from(delivery.kind === 'malformed' ? text.slice(0, -1) : text)
}

async function trickle(to: ServerResponse, bytes: Buffer, bytesPerSecond: number): Promise<void> {
  const step = Math.max(1, Math.ceil(bytesPerSecond / 20))
  for (let sent = 0; sent < bytes.length && !to.destroyed; sent += step) {
    to.write(bytes.subarray(sent, sent + step))
    await pause(50)
  }
  to.end()
}
