// The address of an owner's page, and back.
import type { View } from '#app/view.ts'
import { normalizeOwner } from '#lib/domain/owner.ts'
import { none } from '#lib/queries/findings/finding-filter.ts'

/**
 * The page of an owner, or of what nobody owns. Null where whoever looks may not open it: what stands in a vault of theirs
 * can name somebody else. `owner` is a name as it is remembered.
 */
export function ownerHref(owner: string | null, { scope, asOf }: Pick<View, 'scope' | 'asOf'>): string | null {
  const isTheirs = scope.kind === 'everything' || (owner !== null && scope.owners.includes(owner))
  return isTheirs ? `/owners/${encodeURIComponent(owner ?? none)}${asOf ? `?asOf=${asOf}` : ''}` : null
}

/**
 * The owner in the address, as names are remembered; null for what could not be one, which is answered like an owner nobody
 * knows.
 */
export function ownerIn(segment: string): string | null {
  if (/%(?![0-9a-f]{2})/i.test(segment)) return null
  try {
    const text = decodeURIComponent(segment)
    return text.length <= 300 && !text.includes('\0') ? normalizeOwner(text) || null : null
  } catch {
    // Escapes that are no text.
    return null
  }
}
