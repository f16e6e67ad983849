// What is the matter with this object, why, since when, and which command mends it?
import type { View } from '#app/view.ts'
import { DrawerFinding } from '#app/findings/drawer-finding.tsx'
import { FindingWaiver, FormerWaivers, isAbout } from '#app/findings/finding-waiver.tsx'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { Card } from '#components/ui/card.tsx'
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import { getFindingSubject } from '#lib/queries/findings/get-finding-subject.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { listSubjectWaivers } from '#lib/queries/waivers/list-subject-waivers.ts'
import { objectHref } from '../../../search.ts'

export async function FindingsCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { db, scope, at, asOf, person } = view
  const { key, vaultName, name, goneAt, certificateKnown } = object
  const [subject, waivers] = await Promise.all([
    getFindingSubject(db, scope, { at, key }),
    listSubjectWaivers(db, scope, { at, key, personId: person.objectId }),
  ])
  // Where a waiver is asked for, the drawer of the object comes back and says what was done.
  const search = { ...withFilter(defaultSearch, { vault: vaultName, status: 'all' as const }), row: key }
  const former = waivers.filter((waiver) => !isAbout(waiver, subject?.findings ?? []))
  return (
    <Card
      title="Findings"
      note={subject && subject.findings.length > 0 ? notes(subject.findings) : null}
      {...(subject ? { href: findingsHref(search, asOf), hrefLabel: 'In At risk' } : {})}
    >
      {subject && subject.findings.length > 0 ? (
        <ol className={`gap-x-8 [&>li]:mt-0 [&>li]:mb-5 [&>li]:break-inside-avoid ${beside(subject.findings)}`}>
          {subject.findings.map((finding) => (
            <DrawerFinding key={finding.ruleId} finding={finding} subject={subject} view={view}>
              <FindingWaiver finding={finding} waivers={waivers} view={view} search={search} row={key} />
            </DrawerFinding>
          ))}
        </ol>
      ) : (
        <p className="text-table text-soft">
          {subject ? (
            'No rule fails here, and none is undecided.'
          ) : goneAt ? (
            'It is gone: nothing about it is judged any more.'
          ) : (
            <>
              It is judged as a part of its certificate.{' '}
              {certificateKnown ? (
                <Link href={objectHref({ vaultName, kind: 'certificate', name }, asOf)}>
                  What was found about {name}
                </Link>
              ) : null}
            </>
          )}
        </p>
      )}
      <FormerWaivers waivers={former} asOf={asOf} />
    </Card>
  )
}

/** One has the width of the card to itself. */
const beside = ({ length }: readonly unknown[]) => (length > 1 ? 'xl:columns-2' : 'max-w-3xl')

function notes(findings: readonly { status: 'fail' | 'unknown'; waivedUntil: Date | null }[]): string {
  const waived = findings.filter(({ waivedUntil }) => waivedUntil).length
  const unknown = findings.filter(({ status }) => status === 'unknown').length
  const open = findings.length - waived - unknown
  return [`${count(open)} open`, waived > 0 && `${count(waived)} waived`, unknown > 0 && `${count(unknown)} not judged`]
    .filter(Boolean)
    .join(', ')
    .concat('.')
}
