// How they stand, in one line of numbers: each says out of what, and leads to its rows.
import { signedPoints } from '#app/_overview/posture-movers.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { postureHref } from '#app/posture/search.ts'
import { countedVaults, vaultsHref, withVaultFilter } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { Link } from '#components/ui/link.tsx'
import { Stat } from '#components/ui/stat.tsx'
import { severities } from '#lib/domain/severity.ts'
import { objectKinds } from '#lib/domain/vault-object.ts'
import { dayCount, daysBetween, isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import type { OwnerRow } from '#lib/queries/owners/owner-rows.ts'
import { wholeEstate } from '#lib/queries/posture-filter.ts'
import { OpenFindings } from '../open-findings.tsx'
import { checksHref, rowsHref, type Whose } from '../whose.ts'

type FiguresProps = { view: View; whose: Whose; row: OwnerRow; comparedAt: Date }

export function Figures({ view: { at, asOf }, whose, row, comparedAt }: FiguresProps) {
  const { owner } = whose
  const open = severities.reduce((sum, severity) => sum + row[severity], 0)
  const oldest = { ...withFilter(defaultSearch, { owner }), order: { sort: 'since', direction: 'asc' } } as const
  const vaults = vaultsHref(withVaultFilter(countedVaults, { owner }), asOf)
  return (
    <section
      aria-label="Figures"
      className="card grid grid-cols-2 gap-x-6 gap-y-4 rounded-lg border border-line bg-surface px-4 py-3 sm:grid-cols-3 lg:grid-cols-6"
    >
      <Stat
        label="Posture"
        value={row.posture === null ? null : percent(row.posture)}
        outOf={`${count(row.passed)} of ${count(row.judged)} pass`}
        href={postureHref({ ...wholeEstate, owner }, asOf)}
        note={
          row.posture !== null && row.postureBefore !== null ? (
            <>
              {signedPoints(row.posture - row.postureBefore)} points{' '}
              <span className="whitespace-nowrap">since {isoDate(comparedAt)}</span>
            </>
          ) : (
            'not to be compared yet'
          )
        }
      />
      <Stat
        label="Open findings"
        value={count(open)}
        href={checksHref(whose, {}, asOf)}
        note={<OpenFindings counts={row} hrefFor={(severity) => checksHref(whose, { severities: [severity] }, asOf)} />}
      />
      <Stat
        label="Failing for longest"
        value={row.failingSince ? dayCount(Math.max(1, daysBetween(row.failingSince, at))) : 'Nothing fails'}
        {...(row.failingSince ? { href: findingsHref(oldest, asOf), note: `since ${isoDate(row.failingSince)}` } : {})}
      />
      <Stat
        label="Objects"
        value={count(row.objects)}
        href={rowsHref(whose, { status: 'all', kinds: [...objectKinds] }, asOf)}
        note={
          row.vaults > 0 ? (
            <>
              and{' '}
              <Link href={vaults}>
                {count(row.vaults)} {row.vaults === 1 ? 'vault' : 'vaults'}
              </Link>
            </>
          ) : (
            'and no vault'
          )
        }
      />
      <Stat
        label="Not judged"
        value={count(row.unknown)}
        href={checksHref(whose, { status: 'unknown' }, asOf)}
        note={
          row.unknown > 0
            ? 'checks: neither good nor bad'
            : row.judged > 0
              ? 'every check was made'
              : 'no check was made'
        }
      />
      <Stat
        label="Waived"
        value={count(row.waived)}
        href={checksHref(whose, { status: 'waived' }, asOf)}
        note="accepted until a date"
      />
    </section>
  )
}
