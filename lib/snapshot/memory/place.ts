import type { Transaction } from '#lib/db/open-database.ts'

/** Where a write belongs: the transaction, the vault, and the instant from which what is written holds. */
export type Place = { tx: Transaction; vaultId: number; at: Date }
