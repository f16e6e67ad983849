// All that is the matter with one row: why, since when, and what to do. Beside the list on a wide screen, over it on a phone.
import type { View } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import type { FindingNeighbours } from '#lib/queries/findings/get-finding-neighbours.ts'
import type { FindingSubject } from '#lib/queries/findings/get-finding-subject.ts'
import type { WaiverRow } from '#lib/queries/waivers/waiver-rows.ts'
import { ownerHref } from '../owners/owner-href.ts'
import { objectHref, vaultHref } from '../vaults/search.ts'
import { DrawerFinding } from './drawer-finding.tsx'
import { DrawerKeys } from './drawer-keys.tsx'
import { FindingWaiver, FormerWaivers, isAbout } from './finding-waiver.tsx'
import { type FindingsSearch, findingsHref } from './search.ts'
import { ExpiresCell, KindMark, LastReadCell, OwnerCell, RotatedCell } from './subject-cells.tsx'
import { kindWords } from './words.ts'

type FindingDrawerProps = {
  view: View
  search: FindingsSearch
  subject: FindingSubject
  neighbours: FindingNeighbours | null
  rotationDays: number
  /** Of this subject, in any state. */
  waivers: readonly WaiverRow[]
}

export function FindingDrawer({ view, search, subject, neighbours, rotationDays, waivers }: FindingDrawerProps) {
  const { at, asOf } = view
  const rowHref = (row: string | null | undefined) => (row ? findingsHref({ ...search, row }, asOf) : null)
  const close = findingsHref({ ...search, row: null }, asOf)
  const [previous, next] = [rowHref(neighbours?.previous), rowHref(neighbours?.next)]
  const labelId = `row-${subject.key}`
  const { kind, name, vaultName } = subject
  return (
    <div
      role="dialog"
      aria-labelledby={labelId}
      className="fixed inset-y-0 right-0 z-30 flex w-full flex-col border-l border-line-strong bg-surface sm:w-[540px] print:static print:w-full print:border-0"
    >
      <DrawerKeys labelId={labelId} close={close} previous={previous} next={next} />
      <nav
        aria-label="Rows"
        className="flex shrink-0 items-center gap-2 border-b border-line px-4 py-2 text-table print:hidden"
      >
        {previous ? <ButtonLink href={previous}>Previous</ButtonLink> : null}
        {next ? <ButtonLink href={next}>Next</ButtonLink> : null}
        <span className="text-faint">
          {neighbours ? `${count(neighbours.place)} of ${count(neighbours.total)}` : 'not in this list'}
        </span>
        <span className="ml-auto">
          <Link
            href={close}
            look="plain"
            scroll={false}
            className="inline-flex h-8 items-center rounded-md border border-line-strong px-3 font-medium hover:bg-sunken"
          >
            Close
          </Link>
        </span>
      </nav>
      <div className="min-h-0 grow overflow-y-auto px-4 pt-4 pb-10">
        <div className="flex items-start gap-2.5">
          <span className="pt-1">
            <KindMark kind={kind} />
          </span>
          <div className="min-w-0">
            <h2 id={labelId} tabIndex={-1} className="text-base font-semibold outline-none">
              {name}
            </h2>
            <p className="text-table text-soft">
              {kindWords[kind]}
              {subject.enabled === false ? ', disabled' : ''}
              {kind === 'vault' ? ' · ' : ' in '}
              {kind === 'vault' ? null : (
                <>
                  <Link href={vaultHref(vaultName, asOf)}>{vaultName}</Link>
                  {' · '}
                </>
              )}
              <Link href={kind === 'vault' ? vaultHref(vaultName, asOf) : objectHref({ vaultName, kind, name }, asOf)}>
                its page
              </Link>
            </p>
          </div>
        </div>
        <div className="mt-4">
          <DefinitionList
            items={[
              { term: 'Owner', value: <OwnerLine subject={subject} view={view} /> },
              { term: 'Environment', value: subject.environment },
              { term: 'Subscription', value: subject.subscriptionName },
              { term: 'Resource group', value: subject.resourceGroup },
              ...(kind === 'vault'
                ? []
                : [
                    { term: 'Expires', value: <ExpiresCell kind={kind} expiresAt={subject.expiresAt} at={at} /> },
                    {
                      term: 'Last rotated',
                      value: <RotatedCell kind={kind} rotatedAt={subject.rotatedAt} at={at} lineDays={rotationDays} />,
                    },
                    { term: 'Last read', value: <LastReadCell subject={subject} at={at} /> },
                  ]),
            ]}
          />
        </div>
        {subject.findings.length === 0 ? (
          <p className="mt-6 border-t border-line pt-4 text-soft">No rule fails here, and none is undecided.</p>
        ) : (
          <ol>
            {subject.findings.map((finding) => (
              <DrawerFinding key={finding.ruleId} finding={finding} subject={subject} view={view}>
                <FindingWaiver finding={finding} waivers={waivers} view={view} search={search} row={subject.key} />
              </DrawerFinding>
            ))}
          </ol>
        )}
        <FormerWaivers waivers={waivers.filter((waiver) => !isAbout(waiver, subject.findings))} asOf={asOf} />
      </div>
    </div>
  )
}

const sources = {
  object: 'by its own tag',
  vault: 'by the tag of its vault',
  'resource-group': 'by the tag of its resource group',
  subscription: 'by the tag of its subscription',
}

function OwnerLine({ subject: { owner, ownerSource, kind }, view }: { subject: FindingSubject; view: View }) {
  const source = ownerSource === 'vault' && kind === 'vault' ? 'by its own tag' : ownerSource && sources[ownerSource]
  return (
    <>
      <OwnerCell owner={owner} href={ownerHref(owner, view)} />{' '}
      {owner && source ? <span className="text-faint">{source}</span> : null}
    </>
  )
}
