// The filter form of Vaults. A GET form, so it works without scripts.
import { columnsField } from '#app/_search/columns.ts'
import { namedChoices, PlaceFields } from '#app/_search/place-fields.tsx'
import { ChoicesField } from '#components/table/choices-field.tsx'
import { FilterBar, SearchField, SelectField } from '#components/table/filter-bar.tsx'
import type { FindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { loggings, networks } from '#lib/queries/vaults/vault-filter.ts'
import type { VaultsSearch } from './search.ts'
import { tableColumnKeys } from './table-columns.ts'
import { coverageWords, loggingWords, networkWords } from './words.ts'

export function VaultFilters({
  search: { filter, order, columns },
  choices,
  asOf,
}: {
  search: VaultsSearch
  choices: FindingChoices
  asOf: string | null
}) {
  const { purgeProtection } = filter
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={JSON.stringify([filter, order, asOf])}
      action="/vaults"
      keep={{
        asOf: asOf ?? undefined,
        columns: columnsField(columns, tableColumnKeys),
        sort: order.sort,
        dir: order.direction,
      }}
    >
      <SearchField name="q" label="Vault" value={filter.text ?? undefined} placeholder="Part of a name" />
      <PlaceFields filter={filter} choices={choices} />
      <ChoicesField
        name="coverage"
        label="Coverage"
        anyLabel="Read or not"
        chosen={filter.coverage}
        choices={namedChoices(coverageWords)}
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
        choices={namedChoices({ rbac: 'RBAC', 'access-policy': 'Access policies' })}
      />
      <SelectField
        name="purge"
        label="Purge protection"
        anyLabel="On or off"
        value={purgeProtection === null ? undefined : purgeProtection ? 'on' : 'off'}
        choices={namedChoices({ on: 'On', off: 'Off' })}
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
