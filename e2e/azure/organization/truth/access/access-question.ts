import type { Vault } from '../../organization.ts'

export type AccessQuestion = {
  /** Whose secrets count: by default those of the vaults Kempt can read. Vaults count whether they can be read or not. */
  sees?: (vault: Vault) => boolean
} & Partial<typeof usual>

/** The advice once more, written down without the product. */
const usual = {
  /** For so long something counts as going on. */
  recentDays: 7,
  /** How long an old version may be read on. */
  graceDays: 7,
  unusedDays: 90,
  backupDays: 90,
  readsPerWindow: 2,
  deniedPerDay: 20,
}

export const accessLimitsOf = ({ sees: _, ...said }: AccessQuestion): typeof usual => ({ ...usual, ...said })
