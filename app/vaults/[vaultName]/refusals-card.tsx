// Who was refused in this vault, how often on which day, and on which days were calls throttled?
import { lastColumn, whoColumn } from '#app/callers/_cells/call-columns.tsx'
import { callerName } from '#app/callers/words.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { isRead } from '#app/snapshots/log/log-words.ts'
import type { View } from '#app/view.ts'
import { DayBars } from '#components/charts/day-bars.tsx'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { count } from '#lib/format/number.ts'
import { getPolicy } from '#lib/queries/get-policy.ts'
import { listRefusals, listThrottledDays, type RefusedCaller } from '#lib/queries/operations/list-refusals.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { vaultHref } from '../search.ts'
import { barsOf } from './_log/bars-of.ts'
import { denialLimit } from './_log/denial-limit.ts'
import { LogDays } from './_log/log-days.tsx'
import { Throttled } from './_log/throttled.tsx'
import { vaultLogOf } from './_log/vault-log-of.ts'

/** How far back they are counted. */
export const refusedDays = 30

const [days, most] = [refusedDays, 10] as const

export async function RefusalsCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at, asOf } = view
  const { vaultId } = vault
  const [refused, throttled, log, policy] = await Promise.all([
    listRefusals(db, scope, { at, vaultId, days, most }),
    listThrottledDays(db, scope, { at, vaultId, days }),
    vaultLogOf(view, vaultId),
    getPolicy(db, { at }),
  ])
  const limit = denialLimit(policy, vault)
  const bars = (calls: Parameters<typeof barsOf>[0]) => barsOf(calls, { log, at, days })
  const shown = refused.total > most ? ` The ${most} worst of ${count(refused.total)} callers.` : ''
  const columns: Column<RefusedCaller>[] = [
    whoColumn(asOf),
    {
      key: 'days',
      header: `The last ${days} days`,
      cell: (caller) => (
        <DayBars
          label={`Refused calls of ${callerName(caller)} on each of the last ${days} days; ${count(caller.worst)} on the worst, ${count(limit)} are a problem`}
          unit="Refused calls"
          days={bars(caller.days)}
          limit={limit}
          format={count}
        />
      ),
    },
    {
      key: 'worst',
      header: 'Worst day',
      align: 'right',
      cell: ({ worst }) => (
        <span className={worst >= limit ? 'font-medium text-high-ink' : ''}>
          {count(worst)} of {count(limit)}
        </span>
      ),
    },
    { key: 'calls', header: 'Refused', align: 'right', cell: ({ calls }) => count(calls) },
    lastColumn(at),
  ]
  return (
    <Card
      title="Refused and throttled"
      note={
        <>
          Refused calls by caller and day; from {count(limit)} on one day on (the dashed line) they are a finding.
          Hatched days are not known. <LogDays log={log} />
          {shown}
        </>
      }
      flush
    >
      {refused.rows.length > 0 ? (
        <>
          <DataTable
            caption={`Callers that were refused in ${vault.name}`}
            columns={columns}
            rows={refused.rows}
            rowKey={({ identity }) => identity}
          />
          <TableFoot
            exportHref={(format) => withAsOf(`${vaultHref(vault.name, null)}/refused/export.${format}`, asOf)}
          />
        </>
      ) : log && isRead(log) ? (
        <p className="px-4 pb-4 text-table text-soft">
          Nobody was refused in those of the last {days} days that the log covers.
        </p>
      ) : null}
      <Throttled
        throttled={throttled}
        bars={bars(throttled)}
        days={days}
        covered={log !== null && isRead(log)}
        vaultName={vault.name}
      />
    </Card>
  )
}
