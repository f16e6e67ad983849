// Who a caller is, as every table says it.
import { sql } from '#lib/db/open-database.ts'
import type { CallerKind } from './caller-filter.ts'

export type NamedCaller = {
  identity: string
  name: string
  kind: CallerKind
  /** ARM id of a managed identity, or of the resource it belongs to; null where the log does not say. */
  resourceId: string | null
  /** ARM id of the resource it was used from, where that is another. */
  hostId: string | null
}

/** The columns of it, of a table `caller` that is called `c`. */
export const namedCaller = sql`c.identity, c.name, c.kind, c.resource_id as "resourceId", c.host_id as "hostId"`
