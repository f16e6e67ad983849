import { logSlackDays } from '#lib/domain/log-allowance.ts'
import type { Policy } from '#lib/domain/policy.ts'
import type { ThresholdName } from '#lib/domain/thresholds.ts'
import type { AccessSpan } from './recall-access.ts'

/** Thresholds that look back over the log. */
const lookingBack = ['stillReadDays', 'unusedDays', 'backupDays', 'recentCallsDays'] as const satisfies ThresholdName[]

/** How far back the log is looked at, so that every part of the estate can be judged by each of these policies. */
export function accessSpan(policies: readonly Policy[]): AccessSpan {
  const longest = (names: readonly (typeof lookingBack)[number][]) =>
    Math.max(
      ...policies.flatMap(({ thresholds, overrides }) =>
        names.flatMap((name) => [thresholds[name], ...overrides.map((override) => override.thresholds[name] ?? 0)]),
      ),
    )
  return { days: longest(lookingBack) + logSlackDays, recentDays: longest(['recentCallsDays']) }
}
