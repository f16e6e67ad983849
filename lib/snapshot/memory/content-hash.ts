import { createHash } from 'node:crypto'

/** JSON with sorted keys, so that equal contents are equal text whatever order Azure or Postgres gave them in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** A short fingerprint of a content; two states with the same one are the same state. */
export const contentHash = (value: unknown) =>
  createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 22)
