import type { Vault } from '../organization.ts'

export type Question = {
  /** Whose objects count: by default those of the vaults Kempt can read. */
  sees?: (vault: Vault) => boolean
} & Partial<typeof usual>

/** The advice as Microsoft gives it, written down a second time. */
const usual = {
  rotationDays: 60,
  nearExpiryDays: 30,
  graceDays: 7,
  validityDays: 90,
  rsaKeyBits: 2048,
  curves: ['P-256', 'P-256K', 'P-384', 'P-521'],
}

export type TruthThresholds = typeof usual

export const thresholdsOf = ({ sees: _, ...said }: Question): TruthThresholds => ({ ...usual, ...said })
