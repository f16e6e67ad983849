// How far was each part of the vault read, why not further, and since when?
import type { View } from '#app/view.ts'
import { reasonText } from '#app/snapshots/gap-words.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Card } from '#components/ui/card.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { listVaultCoverage, type PartCoverage } from '#lib/queries/vaults/list-vault-coverage.ts'
import { partWords } from '../words.ts'
import { LogCoverage } from './_log/log-coverage.tsx'

export async function PartsCard({ view, vault }: { view: View; vault: VaultDetail }) {
  const { db, scope, at, asOf } = view
  const parts = await listVaultCoverage(db, scope, { at, vaultId: vault.vaultId })
  const read = parts.filter(({ status }) => status === 'read').length
  const gaps = read < parts.length
  return (
    <Card
      title="Coverage"
      note={`${read} of ${parts.length} parts read.`}
      {...(gaps ? { href: withAsOf('/snapshots', asOf), hrefLabel: 'What to grant' } : {})}
    >
      {parts.length === 0 ? (
        <UnknownMark>no snapshot has seen any part of it.</UnknownMark>
      ) : (
        <ul className="space-y-2 text-table">
          {parts.map((part) => (
            <PartLine key={part.part} part={part} at={at} />
          ))}
        </ul>
      )}
      <LogCoverage view={view} vault={vault} />
    </Card>
  )
}

function PartLine({ part: { part, status, missing, code, detail, sinceAt }, at }: { part: PartCoverage; at: Date }) {
  const isWhole = status === 'read'
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3">
      <span>
        {partWords[part]}
        {isWhole ? null : (
          <span className="block text-soft">
            {code ? reasonText(code) : null}
            {missing === 'items'
              ? ' Some are missing.'
              : missing === 'fields'
                ? ' Seen, but less is known of each.'
                : null}
            <span className="block text-faint">
              since <Time at={sinceAt} to="day" /> (<Time at={sinceAt} now={at} />)
            </span>
            {detail ? (
              <details>
                <summary className="link inline-block py-1">As it was met</summary>
                <span className="block text-faint">{detail}</span>
              </details>
            ) : null}
          </span>
        )}
      </span>
      <StatusBadge status={status} />
    </li>
  )
}
