// The filter form of Vaults. A GET form, so it works without scripts.
import { ChoicesField } from '#components/table/choices-field.tsx'
import { type Choice, FilterBar, SearchField, SelectField } from '#components/table/filter-bar.tsx'
import { none } from '#lib/queries/findings/finding-filter.ts'
import type { FindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { loggings, networks } from '#lib/queries/vaults/vault-filter.ts'
import type { VaultsSearch } from './search.ts'
import { coverageWords, loggingWords, networkWords } from './words.ts'

const plain = (value: string): Choice => ({ value, label: value })
const named = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]): Choice => ({ value, label }))

export function VaultFilters({
  search: { filter, order },
  choices,
  asOf,
}: {
  search: VaultsSearch
  choices: FindingChoices
  asOf: string | null
}) {
  const { owner, purgeProtection } = filter
  const owners =
    owner === null || owner === none || choices.owners.includes(owner) ? choices.owners : [owner, ...choices.owners]
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={JSON.stringify([filter, order, asOf])}
      action="/vaults"
      keep={{ asOf: asOf ?? undefined, sort: order.sort, dir: order.direction }}
    >
      <SearchField name="q" label="Vault" value={filter.text ?? undefined} placeholder="Part of a name" />
      <SelectField
        name="owner"
        label="Owner"
        anyLabel="All owners"
        value={owner ?? undefined}
        choices={[{ value: none, label: 'No owner' }, ...owners.map(plain)]}
      />
      <ChoicesField
        name="environment"
        label="Environment"
        anyLabel="All environments"
        chosen={filter.environments}
        choices={[...choices.environments.map(plain), { value: none, label: 'None named' }]}
      />
      <ChoicesField
        name="subscription"
        label="Subscription"
        anyLabel="All subscriptions"
        chosen={filter.subscriptions}
        choices={choices.subscriptions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoicesField
        name="coverage"
        label="Coverage"
        anyLabel="Read or not"
        chosen={filter.coverage}
        choices={named(coverageWords)}
      />
      <ChoicesField
        name="network"
        label="Network"
        anyLabel="Any network"
        chosen={filter.networks}
        choices={networks.map((value) => ({ value, label: networkWords[value] }))}
      />
      <SelectField
        name="access"
        label="Access"
        anyLabel="Either model"
        value={filter.accessModel ?? undefined}
        choices={named({ rbac: 'RBAC', 'access-policy': 'Access policies' })}
      />
      <SelectField
        name="purge"
        label="Purge protection"
        anyLabel="On or off"
        value={purgeProtection === null ? undefined : purgeProtection ? 'on' : 'off'}
        choices={named({ on: 'On', off: 'Off' })}
      />
      <SelectField
        name="logging"
        label="Audit log"
        anyLabel="On or off"
        value={filter.logging ?? undefined}
        choices={loggings.map((value) => ({ value, label: loggingWords[value] }))}
      />
    </FilterBar>
  )
}
