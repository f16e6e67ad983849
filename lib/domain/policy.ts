import { z } from 'zod'

/** The thresholds that rules judge by. Defaults are Microsoft's numbers where Microsoft gives one. */
export const policySchema = z.object({
  /** "Rotate secrets at least every 60 days" (Best practices for secrets management in Key Vault). */
  rotationDays: z.int().min(1).max(3650).default(60),
  /** Event Grid's own near-expiry event comes 30 days before expiry. */
  nearExpiryDays: z.int().min(1).max(365).default(30),
  /** A read of an expired secret counts as still going on for this long. */
  stillReadDays: z.int().min(1).max(90).default(7),
})

export type Policy = z.infer<typeof policySchema>

export const defaultPolicy: Policy = policySchema.parse({})
