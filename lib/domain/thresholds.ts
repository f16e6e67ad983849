// The numbers that rules judge by, their limits and their defaults. Defaults are Microsoft's where Microsoft gives one.
import { z } from 'zod'

/** Every curve Azure offers; a threshold may allow fewer. */
export const keyCurves = ['P-256', 'P-256K', 'P-384', 'P-521'] as const

const limits = z.object({
  /** "Rotate secrets at least every 60 days" (Best practices for secrets management in Key Vault). */
  rotationDays: z.int().min(1).max(3650),
  /** Event Grid's own near-expiry event comes 30 days before expiry. */
  nearExpiryDays: z.int().min(1).max(365),
  /** A read of an expired secret counts as still going on for this long. */
  stillReadDays: z.int().min(1).max(90),
  /** The longest rotation interval Microsoft recommends is 90 days: an expiry beyond it would let one be skipped. */
  secretValidityDays: z.int().min(1).max(3650),
  /** The default of Azure Policy's "Certificates should have the specified maximum validity period". */
  certificateValidityMonths: z.int().min(1).max(120),
  /** An older version may stay enabled this long after the newer one came, for callers to follow. */
  oldVersionGraceDays: z.int().min(0).max(365),
  /** A quarter: what nobody switched on again in that time nobody has missed. */
  disabledDays: z.int().min(1).max(3650),
  /** NIST SP 800-57 part 1: RSA below 2048 bits has been disallowed since 2014. */
  rsaKeyBits: z.int().min(1024).max(4096),
  /** The default of Azure Policy's "Keys using elliptic curve cryptography should have the specified curve names". */
  allowedCurves: z.array(z.enum(keyCurves)).min(1),
  /** Length of the widest acceptable prefix: /24, 256 addresses, the usual size of one office or one provider's exit. */
  firewallPrefixBits: z.int().min(1).max(32),
  /** Azure's own default, and the longest it offers. */
  retentionDays: z.int().min(7).max(90),
  /** A quarter without a read, as for what is disabled. */
  unusedDays: z.int().min(1).max(365),
  /** For so long a denial, a throttled call or a needless read counts as going on. */
  recentCallsDays: z.int().min(1).max(90),
  /** "Cache secrets in memory for at least eight hours": one read a window, and one more for a restart. */
  readsPerCacheWindow: z.int().min(1).max(10_000),
  /** Refused calls of one caller on one day. A handful is a mistake, this many is a programme that goes on trying. */
  deniedCallsPerDay: z.int().min(1).max(1_000_000),
  /** How old the latest backup of a vault may be that can be purged. */
  backupDays: z.int().min(1).max(365),
})

export type Thresholds = z.infer<typeof limits>

export type ThresholdName = keyof Thresholds

export const defaultThresholds: Thresholds = {
  rotationDays: 60,
  nearExpiryDays: 30,
  stillReadDays: 7,
  secretValidityDays: 90,
  certificateValidityMonths: 12,
  oldVersionGraceDays: 7,
  disabledDays: 90,
  rsaKeyBits: 2048,
  allowedCurves: [...keyCurves],
  firewallPrefixBits: 24,
  retentionDays: 90,
  unusedDays: 90,
  recentCallsDays: 7,
  readsPerCacheWindow: 2,
  deniedCallsPerDay: 20,
  backupDays: 90,
}

/** Some thresholds, each within its limits: what an override says. */
export const someThresholdsSchema = limits.partial()

export type SomeThresholds = z.infer<typeof someThresholdsSchema>

/** All thresholds: what is not said is the default. */
export const thresholdsSchema = someThresholdsSchema.transform((said) => withSome(defaultThresholds, said))

/** The same thresholds, except those that are said. */
export function withSome(thresholds: Thresholds, said: SomeThresholds): Thresholds {
  const spoken = Object.entries(said).filter(([, value]) => value !== undefined)
  return { ...thresholds, ...Object.fromEntries(spoken) }
}

/** In the order of their declaration, which is the order they are shown in. */
export const thresholdNames = limits.keyof().options

/** What each threshold counts. Most are days, and a number of months must not be shown as days. */
export const thresholdUnits: Record<ThresholdName, 'days' | 'months' | 'bits' | 'prefix' | 'curves' | 'calls'> = {
  rotationDays: 'days',
  nearExpiryDays: 'days',
  stillReadDays: 'days',
  secretValidityDays: 'days',
  certificateValidityMonths: 'months',
  oldVersionGraceDays: 'days',
  disabledDays: 'days',
  rsaKeyBits: 'bits',
  allowedCurves: 'curves',
  firewallPrefixBits: 'prefix',
  retentionDays: 'days',
  unusedDays: 'days',
  recentCallsDays: 'days',
  readsPerCacheWindow: 'calls',
  deniedCallsPerDay: 'calls',
  backupDays: 'days',
}
