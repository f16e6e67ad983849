import type { Database } from '#lib/db/open-database.ts'
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'

/** Which thresholds did the latest snapshot at this instant judge by? The defaults before the first one. */
export async function getPolicy(db: Database, { at }: { at: Date }): Promise<Policy> {
  const snapshot = await db.snapshot.findFirst({
    where: { capturedAt: { lte: at }, status: { in: ['complete', 'partial'] } },
    orderBy: { capturedAt: 'desc' },
    select: { policyVersion: { select: { policy: true } } },
  })
  return snapshot ? policySchema.parse(snapshot.policyVersion.policy) : defaultPolicy
}
