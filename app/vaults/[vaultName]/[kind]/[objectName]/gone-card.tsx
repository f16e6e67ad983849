// The object is gone: since when, until when it can be had back, and how.
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { lastDayOf } from '#app/changes/subject-href.ts'
import { reasonText } from '#app/snapshots/gap-words.ts'
import { Card } from '#components/ui/card.tsx'
import { CopyCommand } from '#components/ui/copy-command.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { isoDate } from '#lib/format/date.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { DeletedDateCell, PurgeDateCell } from '../../../deletion-cells.tsx'
import { recoverObject } from '../../../recover.ts'
import { objectHref, vaultHref } from '../../../search.ts'
import { partsOf } from './asked-once.ts'

export async function GoneCard({ view, object, goneAt }: { view: View; object: ObjectDetail; goneAt: Date }) {
  const { at, asOf } = view
  const { vaultName, deleted, vaultGone } = object
  const lastDay = lastDayOf(goneAt)
  return (
    <Card
      title="Gone"
      note={`Since ${isoDate(goneAt)}: the snapshot of that day no longer found it.`}
      href={objectHref(object, lastDay)}
      hrefLabel={`Its page on ${lastDay}`}
    >
      {vaultGone ? (
        <p className="text-table text-soft">
          It went with its vault. <Link href={vaultHref(vaultName, asOf)}>Whether {vaultName} can be had back</Link>
        </p>
      ) : deleted ? (
        <div className="space-y-4">
          <DefinitionList
            items={[
              { term: 'Deleted', value: <DeletedDateCell deletedAt={deleted.deletedAt} at={at} /> },
              {
                term: 'Recoverable until',
                value: <PurgeDateCell purgeAt={deleted.scheduledPurgeAt} at={at} />,
              },
            ]}
          />
          <CopyCommand label="To recover it, with all its versions" command={recoverObject(vaultName, object)} />
        </div>
      ) : (
        <NotListed view={view} object={object} />
      )}
    </Card>
  )
}

/** That it is not among what is deleted says something only where that was read. */
async function NotListed({ view, object: { vaultId } }: { view: View; object: ObjectDetail }) {
  const part = (await partsOf(view, vaultId)).find((one) => one.part === 'deleted')
  if (part?.status === 'read') {
    return (
      <p className="text-table text-soft">
        Azure does not list it among what was deleted from the vault: it was purged, or the vault keeps nothing.
      </p>
    )
  }
  return (
    <p className="text-table">
      <UnknownMark>
        whether it can be recovered; the deleted objects of the vault were not read.
        {part?.code ? ` ${reasonText(part.code)}` : ''}{' '}
        <Link href={withAsOf('/snapshots', view.asOf)}>What to grant</Link>
      </UnknownMark>
    </p>
  )
}
