// The filter form of Waivers. A GET form, so it works without scripts.
import { OwnerField, plainChoice, withChosen } from '#app/_search/place-fields.tsx'
import { ChoicesField } from '#components/table/choices-field.tsx'
import { FilterBar, SearchField, SelectField } from '#components/table/filter-bar.tsx'
import { waiverKinds } from '#lib/domain/waiver.ts'
import type { WaiverChoices } from '#lib/queries/waivers/list-waiver-choices.ts'
import { byState } from '#lib/queries/waivers/waiver-filter.ts'
import { type WaiversSearch, waiversHref } from './search.ts'
import { kindWords } from './words.ts'

type WaiverFiltersProps = { search: WaiversSearch; choices: WaiverChoices; asOf: string | null }

export function WaiverFilters({ search, choices, asOf }: WaiverFiltersProps) {
  const { filter, order } = search
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={waiversHref({ ...search, page: 1 }, asOf)}
      action="/waivers"
      keep={{
        asOf: asOf ?? undefined,
        state: filter.state ?? undefined,
        batch: filter.batch ?? undefined,
        sort: order.sort === byState.sort ? undefined : order.sort,
        dir: order.sort === byState.sort && order.direction === byState.direction ? undefined : order.direction,
      }}
    >
      <SearchField
        name="q"
        label="Subject, reason or person"
        value={filter.text ?? undefined}
        placeholder="Part of a text"
      />
      <ChoicesField
        name="kind"
        label="Kind"
        anyLabel="All kinds"
        chosen={filter.kinds}
        choices={waiverKinds.map((value) => ({ value, label: kindWords[value] }))}
      />
      <ChoicesField
        name="rule"
        label="Rule"
        anyLabel="All rules"
        chosen={filter.rules}
        choices={choices.rules.map(({ id, failing }) => ({ value: id, label: failing }))}
      />
      <SelectField
        name="vault"
        label="Vault"
        anyLabel="All vaults"
        value={filter.vault ?? undefined}
        choices={withChosen(choices.vaults, filter.vault).map(plainChoice)}
      />
      <OwnerField owner={filter.owner} owners={choices.owners} />
    </FilterBar>
  )
}
