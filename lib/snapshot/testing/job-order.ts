// What is said between a standing job and whoever keeps it.
import { z } from 'zod'
import type { SnapshotSummary } from '../run.ts'

export const jobOrder = z.object({
  databaseUrl: z.string(),
  /** Another way to the same database, for the lock alone. */
  lockUrl: z.string().optional(),
  at: z.string(),
  deadlineMs: z.number().optional(),
})

export type JobOrder = z.infer<typeof jobOrder>

export type JobReply = { summary: SnapshotSummary } | { failure: { name: string; message: string } }

export const jobReply = z.union([
  z.object({ summary: z.object({ status: z.string(), resumed: z.boolean(), problems: z.array(z.string()) }) }),
  z.object({ failure: z.object({ name: z.string(), message: z.string() }) }),
])
