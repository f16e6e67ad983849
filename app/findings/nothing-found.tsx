// Why the table is empty. "All clear" is said only after a snapshot, without filters, and with what could not be judged.
import { NothingNamesYou } from '#app/mine/nothing-names-you.tsx'
import type { View } from '#app/view.ts'
import { NothingReadYet } from '#app/_shell/nothing-read-yet.tsx'
import { NoVaultFound } from '#app/_shell/no-vault-found.tsx'
import { standingOf } from '#app/_shell/standing-of.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import { utcInstant } from '#lib/format/date.ts'
import { countFindings, type FindingCount } from '#lib/queries/findings/count-findings.ts'
import { withoutFilters } from './chips.ts'
import { type FindingsSearch, findingsHref, withFilter } from './search.ts'
import { subjectsText } from './words.ts'

type NothingFoundProps = { view: View; search: FindingsSearch; filtered: boolean; counts: FindingCount }

export async function NothingFound({ view, search, filtered, counts }: NothingFoundProps) {
  const { unknownSubjects, waivedSubjects } = counts
  if (filtered) {
    return (
      <EmptyState
        title="No row is like that"
        action={{ href: findingsHref(withoutFilters(search), view.asOf), label: 'Clear all filters' }}
      >
        Nothing {search.filter.status === 'fail' ? 'that fails' : 'here'} matches all of the filters together.
        {search.filter.status === 'fail' && waivedSubjects > 0 ? (
          <Waived view={view} search={search} counts={counts} />
        ) : null}
      </EmptyState>
    )
  }
  const standing = await standingOf(view)
  if (!standing) {
    return <NothingReadYet view={view}>The first snapshot shows what is at risk.</NothingReadYet>
  }
  const every = await countFindings(view.db, view.scope, { at: view.at, filter: { ...search.filter, status: 'all' } })
  const checked = `Checked ${utcInstant(standing.capturedAt)}: ${subjectsText(every.subjects, search.filter)} in ${count(every.vaults)} ${every.vaults === 1 ? 'vault' : 'vaults'}.`
  if (every.subjects === 0) {
    return view.scope.kind === 'owned' ? <NothingNamesYou view={view} /> : <NoVaultFound view={view} />
  }
  if (search.filter.status === 'unknown') return <EmptyState title="Everything could be judged">{checked}</EmptyState>
  if (search.filter.status === 'waived') {
    return (
      <EmptyState title="Nothing is waived" action={{ href: withAsOf('/waivers', view.asOf), label: 'Go to Waivers' }}>
        Every finding counts. What is accepted for a while, with its reason, is kept under Waivers.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="All clear">
      {checked}
      {waivedSubjects > 0 ? <Waived view={view} search={search} counts={counts} /> : null}
      {unknownSubjects > 0 ? (
        <p className="mt-1">
          <Link href={findingsHref(withFilter(search, { status: 'unknown' }), view.asOf)}>
            {count(unknownSubjects)} could not be judged
          </Link>
          , so nobody knows about those.
        </p>
      ) : null}
    </EmptyState>
  )
}

function Waived({ view, search, counts }: Omit<NothingFoundProps, 'filtered'>) {
  return (
    <p className="mt-1">
      <Link href={findingsHref(withFilter(search, { status: 'waived' }), view.asOf)}>
        {count(counts.waivedSubjects)} {counts.waivedSubjects === 1 ? 'is' : 'are'} waived
      </Link>{' '}
      until a date.
    </p>
  )
}
