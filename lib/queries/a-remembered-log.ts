// For tests of queries only: writes what is remembered of an access log as the snapshot job would leave it. A test names what
// matters to it.
import type { Database } from '#lib/db/open-database.ts'
import type { ObjectKind } from '#lib/domain/vault-object.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

export type RememberedCaller = { callerId: number; name: string }

export function aRememberedLog(db: Database) {
  let workspaces = 0
  return {
    async caller(
      name: string,
      {
        kind = 'application',
        identity = `id-of-${name}`,
        ...said
      }: {
        kind?: 'user' | 'application' | 'managed-identity' | 'unknown'
        identity?: string
        applicationId?: string
        resourceId?: string
        hostId?: string
      } = {},
    ): Promise<RememberedCaller> {
      const seen = { seenFirstAt: new Date(8.64e15 / 2), seenLastAt: new Date(0) }
      const { id } = await db.caller.create({ data: { identity, kind, name, ...seen, ...said } })
      return { callerId: id, name }
    },

    /** `at` gives how many calls there were in which hour (UTC) of the day `on`; without `name` they named no object. */
    async calls(
      { callerId }: RememberedCaller,
      to: { vaultId: number; kind?: ObjectKind; name?: string },
      {
        on,
        at = { 8: 1 },
        operation = 'SecretGet',
        outcome = 'ok',
        version = '',
        address = '20.0.0.1',
      }: {
        on: string
        at?: Readonly<Record<number, number>>
        operation?: string
        outcome?: 'ok' | 'denied' | 'missing' | 'throttled' | 'error'
        version?: string
        address?: string
      },
    ): Promise<void> {
      const day = new Date(`${on}T00:00:00Z`)
      const hours = Array.from({ length: 24 }, (_, hour) => at[hour] ?? 0)
      const called = hours.flatMap((calls, hour) => (calls > 0 ? [hour] : []))
      const firstAt = new Date(day.getTime() + Math.min(...called) * hourMs)
      const lastAt = new Date(day.getTime() + Math.max(...called) * hourMs + 1_800_000)
      const calls = hours.reduce((total, some) => total + some, 0)
      const row = { day, vaultId: to.vaultId, callerId, operation, outcome, address, calls, firstAt, lastAt }
      if (to.name === undefined) await db.vaultAccessDay.create({ data: row })
      else {
        const object = { kind: to.kind ?? 'secret', nameKey: to.name.toLowerCase() }
        await db.accessDay.create({ data: { ...row, ...object, version, hours } })
      }
      await db.$executeRaw`
        update caller set seen_first_at = least(seen_first_at, ${firstAt}), seen_last_at = greatest(seen_last_at, ${lastAt})
        where id = ${callerId}`
    },

    /** A workspace read from `from` to `until`. */
    async workspace({
      from,
      until,
      name = `log-${++workspaces}`,
      retentionDays = 30,
    }: {
      from: Date
      until: Date
      name?: string
      retentionDays?: number | null
    }): Promise<{ workspaceId: number }> {
      const data = { name, customerId: name, retentionDays, coveredFromAt: from, coveredUntilAt: until }
      const { id } = await db.logWorkspace.create({ data: { resourceId: `/workspaces/${name}`, ...data } })
      return { workspaceId: id }
    },

    /** The log of the vault was heard on each day from `from` to `to` (both included), except on `silent` ones. */
    async heard(
      { vaultId }: { vaultId: number },
      { workspaceId }: { workspaceId: number },
      { from, to, silent = [], own = true }: { from: string; to: string; silent?: readonly string[]; own?: boolean },
    ): Promise<void> {
      const [first, last] = [from, to].map((day) => new Date(`${day}T00:00:00Z`).getTime()) as [number, number]
      const days = Array.from({ length: (last - first) / dayMs + 1 }, (_, i) => new Date(first + i * dayMs))
      await db.logDay.createMany({
        data: days
          .filter((day) => !silent.includes(day.toISOString().slice(0, 10)))
          .map((day) => {
            const firstAt = new Date(day.getTime() + 2 * hourMs)
            return { vaultId, workspaceId, day, calls: 3, firstAt, lastAt: firstAt, ownLastAt: own ? firstAt : null }
          }),
      })
    },
  }
}
