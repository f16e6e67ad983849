// The one place that says what posture is, and what it is made of.

/** Share of the decided subjects that pass, 0 to 1; null when nothing was decided. Unknown and inapplicable take no part. */
export function compliance({ pass, fail }: { pass: number; fail: number }): number | null {
  return pass + fail === 0 ? null : pass / (pass + fail)
}

type Weighed = { weight: number; pass: number; fail: number }

/** What one rule contributes. All three are null where it decided nothing, and so has no say. */
export type PosturePart = {
  /** 0 to 1. */
  compliance: number | null
  /** Its weight in that of all rules that decided something, 0 to 1. */
  share: number | null
  /** What its failing subjects take away from a posture of 1, 0 to 1. */
  lost: number | null
}

/**
 * Severity-weighted compliance over the rules that apply, 0 to 1: Σ weight · compliance / Σ weight, one row per rule; and
 * what each of them contributes. Each rule counts by its weight alone, however many subjects it has: ten thousand secrets
 * with a content type must not hide three open vaults. A rule that decided nothing has no say; null when none did.
 */
export function explainPosture<Row extends Weighed>(
  rows: readonly Row[],
): { posture: number | null; weight: number; parts: (Row & PosturePart)[] } {
  const decided = rows.filter((row) => compliance(row) !== null)
  const weight = decided.reduce((total, row) => total + row.weight, 0)
  const parts = rows.map((row) => {
    const passing = compliance(row)
    if (passing === null) return { ...row, compliance: null, share: null, lost: null }
    const share = row.weight / weight
    return { ...row, compliance: passing, share, lost: share * (1 - passing) }
  })
  const reached = decided.reduce((total, row) => total + row.weight * (compliance(row) ?? 0), 0)
  return { posture: weight === 0 ? null : reached / weight, weight, parts }
}

/** The posture of these rules alone, see `explainPosture`. */
export const posture = (rows: readonly Weighed[]): number | null => explainPosture(rows).posture

/** How much of what was to be judged was judged, 0 to 1; null when there was nothing. Only what is unknown lowers it. */
export function coverage({
  pass,
  fail,
  waived,
  unknown,
}: {
  pass: number
  fail: number
  waived: number
  unknown: number
}): number | null {
  const seen = pass + fail + waived
  return seen + unknown === 0 ? null : seen / (seen + unknown)
}
