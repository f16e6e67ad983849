import type { PipelineRequest } from '@azure/core-rest-pipeline'
import pLimit from 'p-limit'

/** Sends a request when its turn has come. Every try of a call asks anew, because the service counts them all. */
export type InTurn = <T>(request: PipelineRequest, send: () => Promise<T>) => Promise<T>

/** What a limit is kept for: a vault, a subscription. Null for a request that does not count. */
export type Counted = (request: PipelineRequest) => string | null

/** A request waits for each of these, in their order: what comes last is closest to the sending. */
export const inTurnOf = (...limits: InTurn[]): InTurn =>
  limits.reduceRight<InTurn>(
    (inner, outer) => (request, send) => outer(request, () => inner(request, send)),
    (_request, send) => send(),
  )

/** At most so many are under way, whatever they are about. */
export function atOnce(calls: number): InTurn {
  const limit = pLimit(calls)
  return (_request, send) => limit(send)
}
