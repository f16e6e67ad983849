/** Share of the decided subjects that pass, 0 to 1; null when nothing was decided. Unknown and inapplicable take no part. */
export function compliance({ pass, fail }: { pass: number; fail: number }): number | null {
  return pass + fail === 0 ? null : pass / (pass + fail)
}

/**
 * Severity-weighted compliance over the rules that apply, 0 to 1: Σ weight · compliance / Σ weight, one row per rule.
 * Each rule counts by its weight alone, however many subjects it has: ten thousand secrets with a content type must not
 * hide three open vaults. A rule that decided nothing has no say; null when none did.
 */
export function posture(rows: readonly { weight: number; pass: number; fail: number }[]): number | null {
  let reached = 0
  let reachable = 0
  for (const row of rows) {
    const share = compliance(row)
    if (share === null) continue
    reached += row.weight * share
    reachable += row.weight
  }
  return reachable === 0 ? null : reached / reachable
}
