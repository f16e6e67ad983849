// A fault rule as it arrives in JSON. A misspelt act must be told at once, not show up as a test that passes too easily.
import { z } from 'zod'
import { faultAnswers } from '../faults/fault-answers.ts'
import type { FaultRule } from '../faults/faults.ts'
import { ControlError } from './control-error.ts'

const count = z.int().min(0)
const some = z.int().min(1)

const act = z.union([
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('status'),
      status: z.int().min(200).max(599),
      headers: z.record(z.string(), z.string()).exactOptional(),
      body: z.unknown().exactOptional(),
    }),
    z.strictObject({ kind: z.literal('delay'), ms: count }),
    z.strictObject({ kind: z.literal('reset') }),
    z.strictObject({ kind: z.literal('truncate'), bytes: count.exactOptional() }),
    z.strictObject({ kind: z.literal('stall'), bytes: count.exactOptional() }),
    z.strictObject({ kind: z.literal('slow'), bytesPerSecond: some }),
    z.strictObject({ kind: z.literal('malformed') }),
    z.strictObject({
      kind: z.literal('throttle'),
      perSecond: z.number().positive(),
      burst: some,
      retryAfterSeconds: count.exactOptional(),
    }),
  ]),
  z.strictObject({ kind: z.enum(faultAnswers) }),
])

const rule = z.strictObject({
  id: z.string().min(1),
  match: z.strictObject({
    host: z.string().exactOptional(),
    path: z.string().exactOptional(),
    question: z.string().exactOptional(),
    method: z.string().exactOptional(),
    after: count.exactOptional(),
    every: some.exactOptional(),
    chance: z.number().min(0).max(1).exactOptional(),
  }),
  times: some.exactOptional(),
  act,
})

/** Throws ControlError. */
export function readFaultRule(json: unknown): FaultRule {
  const read = rule.safeParse(json)
  if (!read.success) throw new ControlError(`Not a fault rule: ${z.prettifyError(read.error)}`)
  return read.data
}
