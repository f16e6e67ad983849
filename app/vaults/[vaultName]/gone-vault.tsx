// The page of a vault that is gone: since when, what it was, until when it can be had back, and the way to its last day.
import { lastDayOf } from '#app/changes/subject-href.ts'
import { PageHeader } from '#app/_shell/page-header.tsx'
import { Shell } from '#app/_shell/shell.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import type { View } from '#app/view.ts'
import { OwnerCell } from '#app/findings/subject-cells.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { CopyCommand } from '#components/ui/copy-command.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { GoneVault } from '#lib/queries/vaults/get-gone-vault.ts'
import { PurgeDateCell } from '../deletion-cells.tsx'
import { recoverVault } from '../recover.ts'
import { deletedVaults, vaultHref, vaultsHref } from '../search.ts'

export function GoneVaultPage({ view, vault }: { view: View; vault: GoneVault }) {
  const { name, goneAt, seenFirstAt, objects } = vault
  const lastDay = lastDayOf(goneAt)
  return (
    <Shell view={view} current="vaults">
      <PageHeader
        view={view}
        title={name}
        lede={`Gone since ${isoDate(goneAt)}: the snapshot of that day no longer found this vault.`}
        actions={<ButtonLink href={withAsOf('/vaults', view.asOf)}>All vaults</ButtonLink>}
      />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <Card title="As last seen" href={vaultHref(name, lastDay)} hrefLabel={`Its page on ${lastDay}`}>
          <DefinitionList
            items={[
              { term: 'First seen', value: <Time at={seenFirstAt} to="day" /> },
              { term: 'Last seen', value: lastDay },
              { term: 'Objects in it', value: count(objects) },
              ...lastSeen(vault),
            ]}
          />
        </Card>
        <Card title="Can it be had back?">
          <Recovery view={view} vault={vault} />
        </Card>
      </div>
    </Shell>
  )
}

/** Whoever owned only something in it is told nothing about the vault itself. */
function lastSeen({ last }: GoneVault) {
  if (!last) return []
  const { owner, environment, subscriptionName, resourceGroup, location, purgeProtection } = last
  return [
    { term: 'Owner', value: <OwnerCell owner={owner} /> },
    { term: 'Environment', value: environment },
    { term: 'Subscription', value: subscriptionName },
    { term: 'Resource group', value: resourceGroup },
    { term: 'Region', value: location },
    { term: 'Purge protection', value: purgeProtection === null ? null : purgeProtection ? 'on' : 'off' },
  ]
}

function Recovery({ view, vault: { name, resourceId, deleted, last } }: { view: View; vault: GoneVault }) {
  if (!deleted) {
    return (
      <p className="text-table text-soft">
        Azure does not list it among the deleted vaults that Kempt may see: it was purged, it moved to another
        subscription or resource group, or its subscription is out of sight.
        {last ? ` It was in ${last.subscriptionName}.` : null}
      </p>
    )
  }
  const { deletedAt, scheduledPurgeAt, purgeProtected, location } = deleted
  const [, , subscriptionId = ''] = resourceId.split('/')
  return (
    <div className="space-y-4">
      <DefinitionList
        items={[
          { term: 'Deleted', value: <Time at={deletedAt} /> },
          { term: 'Purged', value: <PurgeDateCell purgeAt={scheduledPurgeAt} at={view.at} /> },
          {
            term: 'Purge protection',
            value: purgeProtected ? 'on: nobody can purge it sooner' : 'off: it can be purged at any time',
          },
        ]}
      />
      <CopyCommand
        label="To recover it, with everything in it"
        command={recoverVault({ name, location, subscriptionId })}
      />
      <p className="text-table text-soft">
        Purging is final. <Link href={vaultsHref(deletedVaults, view.asOf)}>All deleted vaults</Link>
      </p>
    </div>
  )
}
