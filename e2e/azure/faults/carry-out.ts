// Turns what shall go wrong into what is sent, and how far the sending gets.
import { setTimeout as pause } from 'node:timers/promises'
import type { AzureRequest, AzureResponse } from '../imitated-service.ts'
import { faultAnswer, throttledAnswer } from './fault-answers.ts'
import type { FaultAct } from './faults.ts'

/** How much of the answer reaches the client. */
export type Delivery =
  | { kind: 'whole' }
  | { kind: 'reset' }
  | { kind: 'truncate' | 'stall'; bytes: number | null }
  | { kind: 'slow'; bytesPerSecond: number }
  | { kind: 'malformed' }

export type Outcome = { response: AzureResponse; delivery: Delivery }

const whole: Delivery = { kind: 'whole' }

/** `real` asks the service; it is not called when the fault answers in its stead. */
export async function carryOut(
  act: FaultAct | null,
  request: AzureRequest,
  tenantId: string,
  real: () => Promise<AzureResponse>,
): Promise<Outcome> {
  if (act === null) return { response: await real(), delivery: whole }
  switch (act.kind) {
    case 'status':
      return { response: { status: act.status, headers: act.headers ?? {}, body: act.body }, delivery: whole }
    case 'throttle':
      return { response: throttledAnswer(request.url.hostname, act.retryAfterSeconds), delivery: whole }
    case 'reset':
      return { response: { status: 0 }, delivery: { kind: 'reset' } }
    case 'delay':
      await pause(act.ms)
      return { response: await real(), delivery: whole }
    case 'hold':
      await act.until
      return { response: await real(), delivery: whole }
    case 'truncate':
    case 'stall':
      return { response: await real(), delivery: { kind: act.kind, bytes: act.bytes ?? null } }
    case 'slow':
      return { response: await real(), delivery: { kind: 'slow', bytesPerSecond: act.bytesPerSecond } }
    case 'malformed':
      return { response: await real(), delivery: { kind: 'malformed' } }
    default: {
      const asked = { host: request.url.hostname, path: request.url.pathname, address: request.address, tenantId }
      return { response: await faultAnswer(act.kind, asked, real), delivery: whole }
    }
  }
}
