// How does one object stand, how did it live, who reads it, and what breaks when it is rotated?
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { notTheirPage } from '#app/_audit/refused.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { kindWords } from '#app/findings/words.ts'
import { openView } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { Link } from '#components/ui/link.tsx'
import { isoDate } from '#lib/format/date.ts'
import { getObject } from '#lib/queries/objects/get-object.ts'
import { vaultHref } from '../../../search.ts'
import { ChangesCard } from './changes-card.tsx'
import { FindingsCard } from './findings-card.tsx'
import { GoneCard } from './gone-card.tsx'
import { HeadCard } from './head-card.tsx'
import { HoursCard } from './_log/hours-card.tsx'
import { LifelineCard } from './_lifeline/lifeline-card.tsx'
import { objectIn } from './object-in.ts'
import { OperationsCard } from './_log/operations-card.tsx'
import { ReadersCard } from './_log/readers-card.tsx'
import { RefusalsCard } from './_log/refusals-card.tsx'
import { RotationCard } from './_rotation/rotation-card.tsx'
import { VersionsCard } from './_lifeline/versions-card.tsx'

type ObjectPageProps = PageProps<'/vaults/[vaultName]/[kind]/[objectName]'>

const namedIn = async ({ params }: Pick<ObjectPageProps, 'params'>) => objectIn(await params) ?? notFound()

export async function generateMetadata(props: ObjectPageProps): Promise<Metadata> {
  const { name, vaultName } = await namedIn(props)
  return { title: `${name} in ${vaultName}` }
}

/** As wide as the page: tables of callers have long names in them. */
const whole = 'xl:col-span-2'

export default async function ObjectPage(props: ObjectPageProps) {
  const named = await namedIn(props)
  const view = await openView(props.searchParams)
  const object = await getObject(view.db, view.scope, { at: view.at, ...named })
  // Outside the scope and never heard of give the same answer, so that nobody can find out which it is.
  if (!object) return notTheirPage(view)
  const { kind, name, vaultName, goneAt } = object
  const vault = <Link href={vaultHref(vaultName, view.asOf)}>{vaultName}</Link>
  const findings = (
    <CardSlot title="Findings" height={goneAt ? 'low' : 'high'} className={whole}>
      <FindingsCard view={view} object={object} />
    </CardSlot>
  )
  return (
    <Shell view={view} current="vaults">
      <PageHeader
        view={view}
        title={name}
        lede={
          goneAt ? (
            <>
              {kindWords[kind]} that was in {vault} until {isoDate(goneAt)}: how it lived, and who still asks for it.
            </>
          ) : (
            <>
              {kindWords[kind]} in {vault}: how it stands, who reads it, and what breaks when it is rotated.
            </>
          )
        }
        actions={<ButtonLink href={`${vaultHref(vaultName, view.asOf)}#objects`}>All objects of the vault</ButtonLink>}
      />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-[minmax(0,1fr)_400px]">
        {/* What people come for: it stands before a lifeline, which grows with its versions. */}
        {goneAt ? null : (
          <CardSlot title={`If you rotate this ${kind}`} className={whole}>
            <RotationCard view={view} object={object} />
          </CardSlot>
        )}
        <div className="flex min-w-0 flex-col gap-4">
          <CardSlot title="Lifeline" height="high" className="grow">
            <LifelineCard view={view} object={object} />
          </CardSlot>
          {goneAt ? findings : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {goneAt ? (
            <CardSlot title="Gone">
              <GoneCard view={view} object={object} goneAt={goneAt} />
            </CardSlot>
          ) : null}
          <CardSlot title={goneAt ? 'As last seen' : 'What it is'} height="high" className="grow">
            <HeadCard view={view} object={object} />
          </CardSlot>
        </div>
        {goneAt ? null : findings}
        <CardSlot title="Readers" className={whole}>
          <ReadersCard view={view} object={object} />
        </CardSlot>
        <CardSlot title="Reads by day and hour" className={whole}>
          <HoursCard view={view} object={object} />
        </CardSlot>
        <CardSlot title="Versions" height="high" className={whole}>
          <VersionsCard view={view} object={object} />
        </CardSlot>
        <CardSlot title="Changes" className={whole}>
          <ChangesCard view={view} object={object} />
        </CardSlot>
        <CardSlot title="Refused, throttled and not found" height="low" className={whole}>
          <RefusalsCard view={view} object={object} />
        </CardSlot>
        <CardSlot title="Operations" className={whole}>
          <OperationsCard view={view} object={object} />
        </CardSlot>
      </div>
    </Shell>
  )
}
