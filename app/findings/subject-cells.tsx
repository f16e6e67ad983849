// What a table says about an object, cell by cell; shared by At risk and the page of a vault.
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { ago, dayCount, daysBetween } from '#lib/format/date.ts'
import type { FindingRow } from '#lib/queries/findings/finding-rows.ts'
import type { SubjectKind } from '#lib/queries/findings/finding-filter.ts'

const marks: Record<SubjectKind, string> = {
  secret: 'M4 7V5a4 4 0 0 1 8 0v2M3 7h10v7H3V7Zm5 2.5v2',
  key: 'M5.5 6.5a3 3 0 1 1 0 4 3 3 0 0 1 0-4Zm4.5 2h5m-2 0v2.5',
  certificate: 'M2 2.5h12v8H2v-8Zm3 3h6m-6 2.5h3m1 2.5v4l1.5-1 1.5 1v-4',
  vault: 'M2 2.5h12v11H2v-11Zm6 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Zm0 1.6v1',
}

/** The kind as a mark; its word stands beside it or is heard. */
export function KindMark({ kind }: { kind: SubjectKind }) {
  return <Icon path={marks[kind]} strokeWidth={1.2} className="mt-px text-faint" />
}

/** Nothing to say, because the question does not apply. */
export function NotApplicable() {
  return (
    <span className="text-faint">
      <span aria-hidden="true">–</span>
      <span className="sr-only">does not apply</span>
    </span>
  )
}

/** `href`: the page of that owner, where whoever looks may open it. */
export function OwnerCell({ owner, href = null }: { owner: string | null; href?: string | null }) {
  const said = owner ? (
    <bdi className="[overflow-wrap:anywhere]">{owner}</bdi>
  ) : (
    <span className="text-medium-ink">no owner</span>
  )
  if (!href) return said
  return (
    <Link href={href} look="plain" className="hover:underline">
      {said}
    </Link>
  )
}

/** Whose it is and where it stands, each on one line; what does not fit is in the title. */
export function PlaceCell({
  owner,
  ownerHref = null,
  environment,
  subscriptionName,
  narrow = false,
}: {
  owner: string | null
  ownerHref?: string | null
  environment: string | null
  subscriptionName: string | null
  narrow?: boolean
}) {
  const place = [environment ?? 'no environment', subscriptionName].filter(Boolean).join(' · ')
  return (
    <div className={narrow ? 'sm:w-36' : 'sm:w-44'}>
      <div className="truncate" title={owner ?? undefined}>
        <OwnerCell owner={owner} href={ownerHref} />
      </div>
      <div className="truncate text-faint" title={place}>
        {place}
      </div>
    </div>
  )
}

export function ExpiresCell({ kind, expiresAt, at }: { kind: SubjectKind; expiresAt: Date | null; at: Date }) {
  if (kind === 'vault') return <NotApplicable />
  if (!expiresAt) return <span className="text-faint">never</span>
  const isPast = expiresAt <= at
  return (
    <>
      <Time at={expiresAt} to="day" />
      <div className={`whitespace-nowrap ${isPast ? 'text-high-ink' : 'text-faint'}`}>
        {isPast ? `expired ${ago(expiresAt, at)}` : ago(expiresAt, at)}
      </div>
    </>
  )
}

/** `lineDays`: the age at which a secret is due; other kinds have no such line. */
export function RotatedCell({
  kind,
  rotatedAt,
  at,
  lineDays,
}: {
  kind: SubjectKind
  rotatedAt: Date | null
  at: Date
  lineDays: number
}) {
  if (kind === 'vault' || !rotatedAt) return <NotApplicable />
  const age = Math.max(0, daysBetween(rotatedAt, at))
  return (
    <>
      <time dateTime={rotatedAt.toISOString()} title={rotatedAt.toISOString()} className="whitespace-nowrap">
        {age === 0 ? 'today' : `${dayCount(age)} ago`}
      </time>
      {kind === 'secret' ? (
        <div className={`whitespace-nowrap ${age >= lineDays ? 'text-high-ink' : 'text-faint'}`}>
          {age > lineDays
            ? `${age - lineDays} over ${lineDays}`
            : age === lineDays
              ? 'due today'
              : `due in ${dayCount(lineDays - age)}`}
        </div>
      ) : null}
    </>
  )
}

/** An absence of reads counts only while the log covers the vault. */
export function LastReadCell({
  subject: { kind, lastReadAt, logCovered, logCoveredFrom },
  at,
}: {
  subject: Pick<FindingRow, 'kind' | 'lastReadAt' | 'logCovered' | 'logCoveredFrom'>
  at: Date
}) {
  if (kind === 'vault') return <NotApplicable />
  if (lastReadAt) {
    return (
      <>
        <Time at={lastReadAt} now={at} />
        {logCovered ? null : <div className="text-faint">no log since</div>}
      </>
    )
  }
  if (!logCovered) {
    return (
      <span className="whitespace-nowrap">
        <UnknownMark word="Not covered" />
      </span>
    )
  }
  return (
    <div className="text-faint">
      none
      {logCoveredFrom ? (
        <div className="whitespace-nowrap">
          since <Time at={logCoveredFrom} to="day" />
        </div>
      ) : null}
    </div>
  )
}

/** How long something has been so; a part of a day counts as the day it is. */
export function SinceCell({ since, at }: { since: Date | null; at: Date }) {
  if (!since) return <NotApplicable />
  const days = daysBetween(since, at)
  return (
    <time dateTime={since.toISOString()} title={since.toISOString()} className="whitespace-nowrap">
      {days < 1 ? 'under a day' : dayCount(days)}
    </time>
  )
}
