// The file behind both exports of who was refused in a vault: all of them, as the card shows the worst.
import { notTheirFile } from '#app/_audit/refused.ts'
import { recordedFile } from '#app/_export/recorded-file.ts'
import type { FileFormat, FileRow } from '#app/_export/table-file.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openViewForRoute } from '#app/view.ts'
import { listRefusals, type RefusedCaller } from '#lib/queries/operations/list-refusals.ts'
import { getVault } from '#lib/queries/vaults/get-vault.ts'
import { vaultHref } from '../search.ts'
import { refusedDays } from './refusals-card.tsx'

// One row for each identity that knocks: they fit in memory.
const allOfThem = 1_000_000

type Asked = { params: { vaultName: string }; format: FileFormat }

export async function exportRefusedFile(request: Request, { params, format }: Asked): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf } = view
  const vault = await getVault(db, scope, { at, name: params.vaultName })
  // Outside the scope and never heard of give the same answer, as on the page.
  if (!vault) return notTheirFile(view, request, 'No such vault is known.')
  return recordedFile(view, {
    of: `refused-${vault.name}`,
    subject: withAsOf(`${vaultHref(vault.name, null)}/refused`, asOf),
    format,
    columns: ['vault', 'caller', 'caller_id', 'caller_kind', 'refused', 'worst_day', 'days', 'last_at'],
    write: async (take) => {
      const asked = { at, vaultId: vault.vaultId, days: refusedDays, most: allOfThem }
      await take((await listRefusals(db, scope, asked)).rows.map((row) => refusedExport(vault.name, row)))
    },
  })
}

const refusedExport = (vaultName: string, row: RefusedCaller): FileRow => ({
  vault: vaultName,
  caller: row.name,
  caller_id: row.identity,
  caller_kind: row.kind,
  refused: row.calls,
  worst_day: row.worst,
  days: row.days.map(({ on, calls }) => `${on}: ${calls}`).join('; '),
  last_at: row.lastAt.toISOString(),
})
