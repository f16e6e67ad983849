// How does one vault stand, why, what is in it, and who reads it?
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { notTheirPage } from '#app/_audit/refused.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { openView } from '#app/view.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { CardBoundary } from '#components/ui/card-boundary.tsx'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { getGoneVault } from '#lib/queries/vaults/get-gone-vault.ts'
import { getVault } from '#lib/queries/vaults/get-vault.ts'
import { ChangesCard } from './changes-card.tsx'
import { DeletedObjectsCard } from './deleted-objects-card.tsx'
import { GoneVaultPage } from './gone-vault.tsx'
import { ObjectsCard } from './objects-card.tsx'
import { OperationsCard } from './operations-card.tsx'
import { ReadersCard } from './readers-card.tsx'
import { RefusalsCard } from './refusals-card.tsx'
import { readVaultSearch } from './search.ts'
import { StandingCards } from './standing-cards.tsx'

type VaultPageProps = PageProps<'/vaults/[vaultName]'>

/** The name in the address. What could not be the name of a vault is answered like a vault nobody knows. */
const nameIn = async ({ params }: Pick<VaultPageProps, 'params'>) => {
  const { vaultName } = await params
  return /^[\w-]{1,127}$/.test(vaultName) ? vaultName : notFound()
}

export async function generateMetadata(props: VaultPageProps): Promise<Metadata> {
  return { title: await nameIn(props) }
}

export default async function VaultPage(props: VaultPageProps) {
  const { searchParams } = props
  const view = await openView(searchParams)
  const named = { at: view.at, name: await nameIn(props) }
  const vault = await getVault(view.db, view.scope, named)
  if (!vault) {
    const gone = await getGoneVault(view.db, view.scope, named)
    // Outside the scope and never heard of give the same answer, so that nobody can find out which it is.
    return gone ? <GoneVaultPage view={view} vault={gone} /> : notTheirPage(view)
  }
  const search = readVaultSearch(await searchParams)
  return (
    <Shell view={view} current="vaults">
      <PageHeader
        view={view}
        title={vault.name}
        lede={
          vault.owned
            ? 'Key vault: how it stands, what to mend, what is in it, and who reads it.'
            : 'This vault belongs to somebody else. Shown is what is yours in it, and nothing about the vault itself.'
        }
        actions={<ButtonLink href={withAsOf('/vaults', view.asOf)}>All vaults</ButtonLink>}
      />
      <div className="grid grid-cols-1 items-start gap-4">
        <StandingCards view={view} vault={vault} />
        <div id="objects" className="min-w-0 scroll-mt-4">
          <CardSlot title="Objects" height="high">
            <ObjectsCard view={view} vault={vault} search={search} />
          </CardSlot>
        </div>
        {/* Nothing is kept free for it while it is read: most vaults have no deleted object. */}
        <div className="min-w-0 empty:hidden">
          <CardBoundary title="Deleted objects">
            <Suspense fallback={null}>
              <DeletedObjectsCard view={view} vault={vault} />
            </Suspense>
          </CardBoundary>
        </div>
        <div className="min-w-0">
          <CardSlot title="Changes">
            <ChangesCard view={view} vault={vault} />
          </CardSlot>
        </div>
        <div className="min-w-0">
          <CardSlot title="Readers">
            <ReadersCard view={view} vault={vault} />
          </CardSlot>
        </div>
        <div className="min-w-0">
          <CardSlot title="Refused and throttled">
            <RefusalsCard view={view} vault={vault} />
          </CardSlot>
        </div>
        <div className="min-w-0">
          <CardSlot title="Operations">
            <OperationsCard view={view} vault={vault} />
          </CardSlot>
        </div>
      </div>
    </Shell>
  )
}
