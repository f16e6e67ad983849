// How does one object stand, how did it live, who reads it, and what breaks when it is rotated?
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
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
import { HoursCard } from './hours-card.tsx'
import { LifelineCard } from './lifeline-card.tsx'
import { objectIn } from './object-in.ts'
import { OperationsCard } from './operations-card.tsx'
import { ReadersCard } from './readers-card.tsx'
import { RefusalsCard } from './refusals-card.tsx'
import { RotationCard } from './rotation-card.tsx'
import { VersionsCard } from './versions-card.tsx'

type ObjectPageProps = PageProps<'/vaults/[vaultName]/[kind]/[objectName]'>

const namedIn = async ({ params }: Pick<ObjectPageProps, 'params'>) => objectIn(await params) ?? notFound()

export async function generateMetadata(props: ObjectPageProps): Promise<Metadata> {
  const { name, vaultName } = await namedIn(props)
  return { title: `${name} in ${vaultName}` }
}

export default async function ObjectPage(props: ObjectPageProps) {
  const named = await namedIn(props)
  const view = await openView(props.searchParams)
  const object = await getObject(view.db, view.scope, { at: view.at, ...named })
  // Outside the scope and never heard of give the same answer, so that nobody can find out which it is.
  if (!object) notFound()
  const { kind, name, vaultName, goneAt } = object
  const vault = <Link href={vaultHref(vaultName, view.asOf)}>{vaultName}</Link>
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
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_400px]">
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <CardSlot title="Lifeline" height="high">
            <LifelineCard view={view} object={object} />
          </CardSlot>
          {goneAt ? null : (
            <CardSlot title={`If you rotate this ${kind}`} height="high">
              <RotationCard view={view} object={object} />
            </CardSlot>
          )}
          <CardSlot title="Findings" height="high">
            <FindingsCard view={view} object={object} />
          </CardSlot>
        </div>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          {goneAt ? (
            <CardSlot title="Gone">
              <GoneCard view={view} object={object} goneAt={goneAt} />
            </CardSlot>
          ) : null}
          <CardSlot title={goneAt ? 'As last seen' : 'What it is'} height="high">
            <HeadCard view={view} object={object} />
          </CardSlot>
          <CardSlot title="Reads by day and hour">
            <HoursCard view={view} object={object} />
          </CardSlot>
        </div>
        <div className="min-w-0 xl:col-span-2">
          <CardSlot title="Readers" height="high">
            <ReadersCard view={view} object={object} />
          </CardSlot>
        </div>
        <div className="grid min-w-0 grid-cols-1 items-start gap-4 lg:grid-cols-2 xl:col-span-2">
          <CardSlot title="Versions">
            <VersionsCard view={view} object={object} />
          </CardSlot>
          <CardSlot title="Denied, throttled and not found">
            <RefusalsCard view={view} object={object} />
          </CardSlot>
          <CardSlot title="Changes">
            <ChangesCard view={view} object={object} />
          </CardSlot>
          <CardSlot title="Operations">
            <OperationsCard view={view} object={object} />
          </CardSlot>
        </div>
      </div>
    </Shell>
  )
}
