import type { z } from 'zod'
import { type Observed, partlyRead, read } from '#lib/domain/observed.ts'
import { askResourceGraph, type GraphOptions } from '../ask-resource-graph.ts'
import type { Azure } from '../azure.ts'
import { EstateUnreadable } from '../estate-unreadable.ts'
import { describeUnread } from '../unread-reason.ts'

/**
 * All rows of a Resource Graph query that is about something of the vaults, not about which vaults there are: its failure
 * is a part that was not read. Each row of one `id` once; a row that cannot be understood is missing, not left out.
 */
export async function observeRows<T extends { id: string }>(
  azure: Azure,
  query: string,
  schema: z.ZodType<T>,
  about: string,
  options?: GraphOptions,
): Promise<Observed<T[]>> {
  try {
    const raw = await askResourceGraph(azure, query, about, options)
    const parsed = raw.flatMap((row) => schema.safeParse(row).data ?? [])
    const rows = [...new Map(parsed.map((row) => [row.id.toLowerCase(), row])).values()]
    const garbled = raw.length - parsed.length
    if (garbled === 0) return read(rows)
    const evidence = `${garbled} of ${raw.length} rows cannot be understood`
    const reason = describeUnread('malformed-answer', `all of ${about}`, evidence)
    return rows.length > 0 ? partlyRead(rows, 'items', reason) : { status: 'not', reason }
  } catch (failure) {
    if (!(failure instanceof EstateUnreadable)) throw failure
    return { status: 'not', reason: failure.reason }
  }
}
