// One finding in the drawer: why it is one, since when, what mends it, and what decided it.
import type { ReactNode } from 'react'
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { ago, dayCount, daysBetween } from '#lib/format/date.ts'
import type { DetailedFinding, FindingSubject } from '#lib/queries/findings/get-finding-subject.ts'
import { ruleById } from '../rules/rule-by-id.ts'
import { WaivedBadge } from '../waivers/waiver-badges.tsx'
import { FactList } from './fact-list.tsx'
import { commandNames, Fix } from './fix.tsx'

export function DrawerFinding({
  finding,
  subject,
  view: { at, asOf },
  children,
}: {
  finding: DetailedFinding
  subject: FindingSubject
  view: View
  /** Its waiver, or the way to one. */
  children: ReactNode
}) {
  const { ruleId, failing, severity, status, because, facts, failingSince, lastSeenAt, waivedUntil } = finding
  const rule = ruleById(ruleId)
  const isFailing = status === 'fail'
  return (
    <li className="mt-5 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-2">
        {isFailing ? <SeverityBadge severity={severity} /> : <Badge tone="unknown">Unknown</Badge>}
        <h3 className="font-medium">
          <Link href={withAsOf(`/rules/${ruleId}`, asOf)} look="row">
            {failing}
          </Link>
        </h3>
        {waivedUntil ? <WaivedBadge until={waivedUntil} /> : null}
      </div>
      <p className="mt-1.5">{isFailing ? because : <UnknownMark word="Could not be judged">{because}</UnknownMark>}</p>
      <p className="mt-1 text-table text-faint">
        {failingSince ? (
          <>
            {isFailing ? 'Failing' : 'Was failing'} since <Time at={failingSince} to="day" />
            {isFailing ? ` (${dayCount(Math.max(1, daysBetween(failingSince, at)))})` : ''}
            {lastSeenAt ? (
              <>
                , last seen so <Time at={lastSeenAt} /> ({ago(lastSeenAt, at)})
              </>
            ) : null}
            .
          </>
        ) : isFailing ? null : (
          'Never seen failing.'
        )}
      </p>
      {rule ? <p className="mt-3 text-table text-soft">{rule.why}</p> : null}
      {rule && isFailing ? (
        <div className="mt-3">
          <Fix
            rule={rule}
            names={commandNames(subject, subject.kind === 'vault' ? null : { kind: subject.kind, name: subject.name })}
          />
        </div>
      ) : null}
      {Object.keys(facts).length > 0 ? (
        <details className="mt-2 text-table">
          <summary className="link inline-block py-1">What decided it</summary>
          <div className="mt-1">
            <FactList facts={facts} />
          </div>
        </details>
      ) : null}
      {children}
    </li>
  )
}
