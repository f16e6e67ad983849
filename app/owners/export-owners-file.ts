// The file behind both exports of Owners: exactly the rows of the view the address names, all pages of them, in its order.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, type FileRow, tableFile } from '#app/_export/table-file.ts'
import { openViewForRoute } from '#app/view.ts'
import { standingOf } from '#app/_shell/standing-of.ts'
import { isoDate } from '#lib/format/date.ts'
import { listOwners, type NamedOwnerRow } from '#lib/queries/owners/list-owners.ts'
import { ownersHref, readOwnersSearch } from './search.ts'
import { ownersAsked } from './windows.ts'

// An organization has thousands of owners, not millions: they are one query and fit in memory.
const allOwners = 1_000_000

export async function exportOwnersFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, asOf, now, person } = view
  const query = new URL(request.url).searchParams
  const search = readOwnersSearch(Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])))
  await recordAuditEvent(db, {
    at: now,
    person,
    action: 'exported',
    subject: ownersHref({ ...search, page: 1 }, asOf),
    detail: { format },
  })
  return tableFile({
    name: `kempt-owners-${asOf ?? isoDate(now)}`,
    format,
    columns: ownerColumns,
    write: async (take) => {
      const standing = await standingOf(view)
      if (!standing) return
      const asked = { ...ownersAsked(at, standing), ...search, page: 1, pageSize: allOwners }
      const { rows } = await listOwners(db, scope, asked)
      await take(rows.map((row) => ownerExport(row, isoDate(asked.comparedAt))))
    },
  })
}

const ownerColumns = [
  'owner',
  'posture',
  'passed',
  'judged',
  'posture_before',
  'posture_before_on',
  'critical',
  'high',
  'medium',
  'low',
  'failing_since',
  'expire_in_30_days',
  'objects',
  'vaults',
  'not_judged',
  'waived',
]

const ownerExport = (row: NamedOwnerRow, comparedOn: string): FileRow => ({
  owner: row.owner,
  posture: row.posture,
  passed: row.passed,
  judged: row.judged,
  posture_before: row.postureBefore,
  posture_before_on: comparedOn,
  critical: row.critical,
  high: row.high,
  medium: row.medium,
  low: row.low,
  failing_since: row.failingSince?.toISOString() ?? null,
  expire_in_30_days: row.expiring,
  objects: row.objects,
  vaults: row.vaults,
  not_judged: row.unknown,
  waived: row.waived,
})
