import type { HitGroup } from './hits.ts'
import { addressOf } from '#app/_search/address.ts'
import type { Trouble } from './palette-state.ts'

/** Asks the server what has a text in its name. */
export async function askFor(text: string, asOf: string | null, signal: AbortSignal): Promise<HitGroup[] | Trouble> {
  const address = addressOf('/api/search', [
    ['asOf', asOf],
    ['q', text],
  ])
  try {
    const response = await fetch(address, { signal, cache: 'no-store' })
    if (response.status === 401 || response.status === 403) return 'signed-out'
    if (!response.ok) return 'unreachable'
    const { groups }: { groups: HitGroup[] } = await response.json()
    return groups
  } catch {
    return 'unreachable'
  }
}
