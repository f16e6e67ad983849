import { z } from 'zod'

/** The thresholds that rules judge by. Defaults are Microsoft's numbers where Microsoft gives one. */
export const policySchema = z.object({
  /** "Rotate secrets at least every 60 days" (Best practices for secrets management in Key Vault). */
  rotationDays: z.int().min(1).max(3650).default(60),
  /** Event Grid's own near-expiry event comes 30 days before expiry. */
  nearExpiryDays: z.int().min(1).max(365).default(30),
  /** A read of an expired secret counts as still going on for this long. */
  stillReadDays: z.int().min(1).max(90).default(7),
  /** The longest rotation interval Microsoft recommends is 90 days: an expiry beyond it would let one be skipped. */
  secretValidityDays: z.int().min(1).max(3650).default(90),
  /** The default of Azure Policy's "Certificates should have the specified maximum validity period". */
  certificateValidityMonths: z.int().min(1).max(120).default(12),
  /** A quarter: what nobody switched on again in that time nobody has missed. */
  disabledDays: z.int().min(1).max(3650).default(90),
  /** Length of the widest acceptable prefix: /24, 256 addresses, the usual size of one office or one provider's exit. */
  firewallPrefixBits: z.int().min(1).max(32).default(24),
  /** Azure's own default, and the longest it offers. */
  retentionDays: z.int().min(7).max(90).default(90),
})

export type Policy = z.infer<typeof policySchema>

export const defaultPolicy: Policy = policySchema.parse({})

/** What each threshold counts. Most are days, and a number of months must not be shown as days. */
export const thresholdUnits: Record<keyof Policy, 'days' | 'months' | 'bits'> = {
  rotationDays: 'days',
  nearExpiryDays: 'days',
  stillReadDays: 'days',
  secretValidityDays: 'days',
  certificateValidityMonths: 'months',
  disabledDays: 'days',
  firewallPrefixBits: 'bits',
  retentionDays: 'days',
}
