// What the calendar cannot know, and what of it is older than it looks.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { count } from '#lib/format/number.ts'
import { getCalendarReach } from '#lib/queries/calendar/get-calendar-reach.ts'
import type { CalendarSearch } from './search.ts'

type ReachNoteProps = { view: View; search: CalendarSearch }

const vaults = (number: number) => `${count(number)} ${number === 1 ? 'vault' : 'vaults'}`
const objects = (number: number) => `${count(number)} enabled ${number === 1 ? 'object' : 'objects'}`

export async function ReachNote({ view: { db, scope, at, asOf }, search: { filter } }: ReachNoteProps) {
  const reach = await getCalendarReach(db, scope, { at, filter })
  const { enabled, undated, undecided, lastSeen, lastSeenSince, unseen } = reach
  return (
    <div className="space-y-1 text-table text-soft">
      <p>
        Of {objects(enabled)}
        {undated > 0 ? (
          <>
            , {count(undated)} {undated === 1 ? 'has' : 'have'} no expiry date and cannot be here for one
          </>
        ) : null}
        . Disabled ones are left out; the secret and key behind a certificate are listed as the certificate.
      </p>
      {undecided > 0 ? (
        <p>
          <UnknownMark>
            {`when ${count(undecided)} ${undecided === 1 ? 'secret is' : 'secrets are'} due for rotation, because what was read does not tell.`}
          </UnknownMark>
        </p>
      ) : null}
      {lastSeen > 0 ? (
        <p>
          <UnknownMark word="As last seen">
            objects of {vaults(lastSeen)} whose lists could not be read
            {lastSeenSince ? (
              <>
                , some since <Time at={lastSeenSince} to="day" />
              </>
            ) : null}
            . <Link href={withAsOf('/snapshots', asOf)}>Which, and why</Link>
          </UnknownMark>
        </p>
      ) : null}
      {unseen > 0 ? (
        <p>
          <UnknownMark word="Not seen">
            what else is in {vaults(unseen)} whose lists were never read to the end.{' '}
            <Link href={withAsOf('/snapshots', asOf)}>Which, and why</Link>
          </UnknownMark>
        </p>
      ) : null}
    </div>
  )
}
