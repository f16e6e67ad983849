// What the SDK's own pipeline lacks: a deadline that includes the body, a retry of a 429 without Retry-After and of a
// broken-off or malformed body, and one error that keeps Azure's reason. What passes is a success with valid JSON.
import { setTimeout as wait } from 'node:timers/promises'
import type { PipelinePolicy, PipelineRequest, PipelineResponse, SendRequest } from '@azure/core-rest-pipeline'
import { AzureFailure, failureOfError, failureOfResponse, malformed, timedOut } from './wire/azure-failure.ts'
import type { InTurn } from './wire/in-turn.ts'
import { type RetrySettings, triesFor, waitBeforeRetryMs } from './wire/retry-plan.ts'

/** Live counters of one connection: tries sent, those that were not the first of their call, and 429s received. */
export type Meter = { requests: number; retries: number; throttled: number }

// Beside the response, because parsing has to happen here to be retried and should not happen twice.
const answers = new WeakMap<PipelineResponse, unknown>()

/** The parsed body of a response that came through the policy; undefined for 204. */
export const answerOf = (response: PipelineResponse): unknown => answers.get(response)

/** Each try is sent `inTurn`, those that repeat the first as well: one that waits for it does not use up its deadline. */
export function carefulPolicy(settings: RetrySettings, meter: Meter, inTurn: InTurn): PipelinePolicy {
  return {
    name: 'carefulPolicy',
    async sendRequest(request, next) {
      const begun = performance.now()
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await inTurn(request, () => {
          meter.requests += 1
          if (attempt > 1) meter.retries += 1
          return tryOnce(request, next, settings.deadlineMs)
        })
        if (!(outcome instanceof AzureFailure)) return outcome
        if (outcome.status === 429) meter.throttled += 1
        const waitMs = waitBeforeRetryMs(outcome, attempt, settings)
        const isLate = performance.now() - begun + waitMs > settings.overallMs
        if (attempt >= triesFor(outcome, settings) || isLate) throw outcome
        await wait(waitMs)
      }
    },
  }
}

async function tryOnce(
  request: PipelineRequest,
  next: SendRequest,
  deadlineMs: number,
): Promise<PipelineResponse | AzureFailure> {
  const abort = new AbortController()
  request.abortSignal = abort.signal
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<AzureFailure>((resolve) => {
    timer = setTimeout(() => resolve(timedOut(request, deadlineMs)), deadlineMs)
  })
  try {
    // A race, because not everything below listens to the signal: a stalled gzip body does not.
    const outcome = await Promise.race([next(request), deadline])
    if (outcome instanceof AzureFailure) abort.abort()
    return outcome instanceof AzureFailure ? outcome : verified(request, outcome)
  } catch (error) {
    const failure = failureOfError(request, error)
    if (failure === null) throw error
    return failure
  } finally {
    clearTimeout(timer)
  }
}

function verified(request: PipelineRequest, response: PipelineResponse): PipelineResponse | AzureFailure {
  if (response.status < 200 || response.status > 299) return failureOfResponse(request, response)
  if (response.status === 204) return response
  try {
    answers.set(response, JSON.parse(response.bodyAsText ?? ''))
    return response
  } catch {
    return malformed(request, 'the body is not JSON')
  }
}
