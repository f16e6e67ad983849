// Where a vault stands in the organization, and who owns it.
import { OwnerCell } from '#app/findings/subject-cells.tsx'
import { ownerHref } from '#app/owners/owner-href.ts'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { ownerSourceWords } from '../words.ts'

export function PlaceCard({ view, vault: { place, tags, resourceId } }: { view: View; vault: VaultDetail }) {
  if (!place) {
    return (
      <Card title="Place">
        <p className="text-table">
          <UnknownMark>its own line in Azure Resource Graph could not be read.</UnknownMark>
        </p>
        <p className="mt-2 font-mono text-xs break-all text-soft">{resourceId}</p>
      </Card>
    )
  }
  const { owner, ownerSource, environment, application, subscriptionName, managementGroups } = place
  const path = [...managementGroups].reverse()
  const shownTags = Object.entries(tags ?? {})
  return (
    <Card title="Place">
      <DefinitionList
        items={[
          {
            term: 'Owner',
            value: (
              <>
                <OwnerCell owner={owner} href={ownerHref(owner, view)} />
                {owner && ownerSource ? <div className="text-faint">{ownerSourceWords[ownerSource]}</div> : null}
              </>
            ),
          },
          { term: 'Environment', value: environment },
          { term: 'Application', value: application ? <bdi>{application}</bdi> : null },
          {
            term: 'Subscription',
            value: (
              <>
                {path.length > 0 ? <div className="text-faint">{path.join(' › ')} ›</div> : null}
                {subscriptionName}
              </>
            ),
          },
          { term: 'Resource group', value: place.resourceGroup },
          { term: 'Region', value: place.location },
          { term: 'Address', value: <span className="font-mono text-xs">{place.uri}</span> },
          ...(tags
            ? [
                {
                  term: 'Tags',
                  value:
                    shownTags.length > 0 ? (
                      <ul>
                        {shownTags.map(([name, value]) => (
                          <li key={name}>
                            <bdi className="text-faint">{name}</bdi> <bdi>{value}</bdi>
                          </li>
                        ))}
                      </ul>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}
