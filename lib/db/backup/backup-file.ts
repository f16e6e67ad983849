// The shape of a backup: gzipped lines of JSON. A head, then per table its name and its rows as PostgreSQL writes them, then an
// end that counts them, so that half a file is never taken for a whole one.
import { z } from 'zod'

export const headSchema = z.object({
  kempt: z.literal('backup'),
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Applied to the database it was taken from, oldest first. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
})

export type BackupHead = z.infer<typeof headSchema>

/** A line that is no row. */
export const markSchema = z.union([
  z.object({ table: z.string() }),
  z.object({ end: z.record(z.string(), z.int().nonnegative()) }),
])

/** Rows begin with another letter, so that no column's name can make a row look like a mark. */
export const rowLetter = 'r'
export const markLetter = 'm'

/** How many rows go through memory at a time. */
export const rowsAtOnce = 2000
