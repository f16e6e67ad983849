import type { Database } from '#lib/db/open-database.ts'
import type { Thresholds } from '#lib/domain/thresholds.ts'
import { getPolicy } from './get-policy.ts'

/** By which thresholds is the organization judged at this instant, where no override says otherwise? */
export async function getThresholds(db: Database, { at }: { at: Date }): Promise<Thresholds> {
  const { thresholds } = await getPolicy(db, { at })
  return thresholds
}
