// What is in this vault?
import type { View } from '#app/view.ts'
import { oneOf } from '#app/_search/params.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { ExpiresCell, KindMark, OwnerCell, RotatedCell } from '#app/findings/subject-cells.tsx'
import { kindWords } from '#app/findings/words.ts'
import { type Column, DataTable } from '#components/table/data-table.tsx'
import { FilterBar, SearchField } from '#components/table/filter-bar.tsx'
import { Pager } from '#components/table/pager.tsx'
import { TableFoot } from '#components/table/table-foot.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { UnknownMark, UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import { getThresholds } from '#lib/queries/get-thresholds.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { listVaultObjects, type VaultObjectRow, vaultObjectSorts } from '#lib/queries/vaults/list-vault-objects.ts'
import { objectHref } from '../search.ts'
import { objectsHref, type VaultSearch } from './search.ts'

const pageSize = 25

type ObjectsCardProps = { view: View; vault: VaultDetail; search: VaultSearch }

export async function ObjectsCard({ view, vault, search }: ObjectsCardProps) {
  const { db, scope, at, asOf } = view
  const [{ rows, total }, { rotationDays }] = await Promise.all([
    listVaultObjects(db, scope, { at, vaultId: vault.vaultId, ...search, pageSize }),
    getThresholds(db, { at }),
  ])
  const first = objectsHref(vault.name, { ...search, text: null, page: 1 }, asOf)
  return (
    <Card
      title="Objects"
      note="Secrets, keys and certificates as last seen. Readers are identities over the last 30 days."
      flush
    >
      <div className="px-4 pb-3">
        <FilterBar
          key={search.text}
          action={`${objectsHref(vault.name, { text: null, sort: 'risk', direction: 'desc', page: 1 }, null)}`}
          keep={{ asOf: asOf ?? undefined, sort: search.sort, dir: search.direction }}
          {...(search.text ? { clearHref: first } : {})}
        >
          <SearchField name="q" label="Name" value={search.text ?? undefined} placeholder="Part of a name" />
        </FilterBar>
      </div>
      <DataTable
        caption={`Objects in ${vault.name}`}
        columns={columnsFor(view, vault.name, rotationDays)}
        rows={rows}
        rowKey={({ objectId }) => objectId}
        sorting={{
          key: search.sort,
          direction: search.direction,
          descendingFirst: ['risk'],
          hrefFor: (key, direction) =>
            objectsHref(
              vault.name,
              { ...search, sort: oneOf(key, vaultObjectSorts) ?? 'risk', direction, page: 1 },
              asOf,
            ),
        }}
        empty={
          search.text || search.page > 1 ? (
            <EmptyState title="No object is like that" action={{ href: first, label: 'Show all objects' }} />
          ) : (
            <EmptyState title="No object is known">Coverage says whether its lists could be read.</EmptyState>
          )
        }
      />
      <TableFoot
        exportHref={(format) => objectsHref(vault.name, { ...search, page: 1 }, asOf, `/objects/export.${format}`)}
      >
        {total > 0 ? (
          <Pager
            page={search.page}
            pageSize={pageSize}
            total={total}
            unit="objects"
            hrefFor={(page) => objectsHref(vault.name, { ...search, page }, asOf)}
          />
        ) : null}
      </TableFoot>
    </Card>
  )
}

function columnsFor({ at, asOf }: View, vaultName: string, rotationDays: number): Column<VaultObjectRow>[] {
  const rowHref = (objectId: number) =>
    findingsHref({ ...withFilter(defaultSearch, { vault: vaultName, status: 'all' }), row: `o${objectId}` }, asOf)
  return [
    {
      key: 'name',
      header: 'Name',
      sortable: true,
      width: 'sm:min-w-52',
      cell: ({ kind, name, managed, enabled, ...object }) => (
        <div className="flex items-start gap-2">
          <KindMark kind={kind} />
          <div className="min-w-0">
            <Link href={objectHref({ vaultName, kind, name }, asOf)} look="row">
              {name}
            </Link>
            <div className="text-faint">
              {kindWords[kind].toLowerCase()}
              {isBehind(kind, managed) ? ' of a certificate' : ''}
              {keyText(object)}
              {enabled ? '' : ', disabled'}
            </div>
          </div>
        </div>
      ),
    },
    {
      key: 'risk',
      header: 'Open findings',
      sortable: true,
      cell: ({ objectId, worst, findings, unknowns }) => (
        <Link href={rowHref(objectId)} look="plain" className="inline-flex items-center gap-3 hover:underline">
          {worst ? (
            <span className="inline-flex items-center gap-1.5">
              <SeverityShape severity={worst} />
              {count(findings)}, worst {worst}
            </span>
          ) : (
            <span className="text-faint">none</span>
          )}
          {unknowns > 0 ? (
            <span className="inline-flex items-center gap-1.5 text-unknown-ink">
              <UnknownSwatch />
              {count(unknowns)} not judged
            </span>
          ) : null}
        </Link>
      ),
    },
    {
      key: 'expires',
      header: 'Expires',
      sortable: true,
      cell: ({ kind, expiresAt, managed, ...object }) => (
        <>
          <ExpiresCell kind={kind} expiresAt={expiresAt} at={at} />
          {object.renewsItself === null || isBehind(kind, managed) ? null : (
            <div className="text-faint">{renewalText(object)}</div>
          )}
        </>
      ),
    },
    {
      key: 'rotated',
      header: 'Last rotated',
      sortable: true,
      cell: ({ kind, rotatedAt }) => <RotatedCell kind={kind} rotatedAt={rotatedAt} at={at} lineDays={rotationDays} />,
    },
    {
      key: 'versions',
      header: 'Versions',
      align: 'right',
      hideBelow: 'phone',
      cell: ({ versions }) => (versions > 0 ? count(versions) : <UnknownMark word="Not read" />),
    },
    {
      key: 'owner',
      header: 'Owner',
      cell: ({ owner }) => (
        <div className="line-clamp-2 sm:max-w-56" title={owner ?? undefined}>
          <OwnerCell owner={owner} />
        </div>
      ),
    },
    {
      key: 'readers',
      header: 'Readers',
      align: 'right',
      cell: ({ readers }) => (readers === null ? <UnknownMark word="Not covered" /> : count(readers)),
    },
  ]
}

/** ", RSA 2048" or ", EC P-256" after the kind of what has a key; nothing where it is not known. */
function keyText({ keyType, keyBits, keyCurve }: Pick<VaultObjectRow, 'keyType' | 'keyBits' | 'keyCurve'>): string {
  return keyType ? `, ${[keyType, keyCurve ?? keyBits].filter(Boolean).join(' ')}` : ''
}

function renewalText({
  renewsItself,
  renewalTrigger,
}: Pick<VaultObjectRow, 'renewsItself' | 'renewalTrigger'>): string {
  if (!renewsItself) return 'does not renew itself'
  return renewalTrigger ? `renews itself ${renewalTrigger}` : 'renews itself'
}

/** The secret or the key behind a certificate, which is renewed with it. */
const isBehind = (kind: VaultObjectRow['kind'], managed: boolean | null) => managed === true && kind !== 'certificate'
