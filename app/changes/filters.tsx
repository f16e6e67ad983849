// The filter form of Changes. A GET form, so it works without scripts.
import { namedChoices, PlaceFields, plainChoice, withChosen } from '#app/_search/place-fields.tsx'
import { kindWords } from '#app/findings/words.ts'
import { ChoicesField } from '#components/table/choices-field.tsx'
import { FilterBar, SearchField, SelectField } from '#components/table/filter-bar.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import type { FindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { type ChangesSearch, changesHref, defaultChanges } from './search.ts'
import { changeWords } from './words.ts'

type ChangeFiltersProps = { search: ChangesSearch; choices: FindingChoices; asOf: string | null }

export function ChangeFilters({ search, choices, asOf }: ChangeFiltersProps) {
  const { from, to, filter, order, pageSize } = search
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={changesHref({ ...search, page: 1 }, asOf)}
      action="/changes"
      keep={{
        asOf: asOf ?? undefined,
        from: from ?? undefined,
        to: to ?? undefined,
        sort: order.sort === defaultChanges.order.sort ? undefined : order.sort,
        dir: order.direction,
        size: pageSize === defaultChanges.pageSize ? undefined : String(pageSize),
      }}
    >
      <SearchField name="q" label="Object or vault" value={filter.text ?? undefined} placeholder="Part of a name" />
      <ChoicesField
        name="change"
        label="Change"
        anyLabel="All changes"
        chosen={filter.changes}
        choices={namedChoices(changeWords)}
      />
      <ChoicesField
        name="kind"
        label="Kind"
        anyLabel="All kinds"
        chosen={filter.kinds}
        choices={namedChoices(kindWords)}
      />
      <ChoicesField
        name="rule"
        label="Rule"
        anyLabel="All rules"
        chosen={filter.rules}
        choices={catalogue.map(({ id, failing }) => ({ value: id, label: failing }))}
      />
      <ChoicesField
        name="severity"
        label="Severity"
        anyLabel="All severities"
        chosen={filter.severities}
        choices={namedChoices(severityWord)}
      />
      <SelectField
        name="vault"
        label="Vault"
        anyLabel="All vaults"
        value={filter.vault ?? undefined}
        choices={withChosen(choices.vaults, filter.vault).map(plainChoice)}
      />
      <PlaceFields filter={filter} choices={choices} />
    </FilterBar>
  )
}
