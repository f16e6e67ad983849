// The filter form of Operations. A GET form, so it works without scripts.
import { namedChoices, plainChoice, withChosen } from '#app/_search/place-fields.tsx'
import { ChoicesField } from '#components/table/choices-field.tsx'
import { FilterBar, SearchField, SelectField } from '#components/table/filter-bar.tsx'
import { type OperationsSearch, defaultOperations, operationsHref } from './search.ts'
import { operationWords, outcomeWords } from './words.ts'

type OperationFiltersProps = { search: OperationsSearch; vaults: readonly string[]; asOf: string | null }

export function OperationFilters({ search, vaults, asOf }: OperationFiltersProps) {
  const { days, filter, pageSize } = search
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={operationsHref({ ...search, page: 1 }, asOf)}
      action="/operations"
      keep={{
        asOf: asOf ?? undefined,
        days: days === defaultOperations.days ? undefined : String(days),
        look: filter.look ? 'yes' : undefined,
        size: pageSize === defaultOperations.pageSize ? undefined : String(pageSize),
      }}
    >
      <SearchField name="q" label="Object or vault" value={filter.text ?? undefined} placeholder="Part of a name" />
      <SearchField name="caller" label="Caller" value={filter.caller ?? undefined} placeholder="Part of a name" />
      <ChoicesField
        name="kind"
        label="Operation"
        anyLabel="All operations"
        chosen={filter.kinds}
        choices={namedChoices(operationWords)}
      />
      <ChoicesField
        name="outcome"
        label="Outcome"
        anyLabel="Done or not"
        chosen={filter.outcomes}
        choices={namedChoices(outcomeWords)}
      />
      <SelectField
        name="vault"
        label="Vault"
        anyLabel="All vaults"
        value={filter.vault ?? undefined}
        choices={withChosen(vaults, filter.vault).map(plainChoice)}
      />
    </FilterBar>
  )
}
