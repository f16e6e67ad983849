import type { View } from '#app/view.ts'
import { getThresholds } from '#lib/queries/get-thresholds.ts'

/** By what callers are measured: the thresholds of the organization, since one caller reads vaults of several overrides. */
export async function callerLimits({
  db,
  at,
}: Pick<View, 'db' | 'at'>): Promise<{ readsPerWindow: number; graceDays: number }> {
  const { readsPerCacheWindow, oldVersionGraceDays } = await getThresholds(db, { at })
  return { readsPerWindow: readsPerCacheWindow, graceDays: oldVersionGraceDays }
}
