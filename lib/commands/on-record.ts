import type { Transaction } from '#lib/db/open-database.ts'

/**
 * Writes the line of the audit log that a deed has, in the transaction of the deed: both or neither, so that whoever is killed
 * in between has done nothing.
 */
export type OnRecord<Deed> = (tx: Transaction, deed: Deed) => Promise<void>
