// Which part of the estate the posture is of. A GET form, so it works without scripts.
import { type Choice, FilterBar, SelectField } from '#components/table/filter-bar.tsx'
import { none } from '#lib/queries/findings/finding-filter.ts'
import type { FindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import type { PostureFilter } from '#lib/queries/posture-filter.ts'

type PostureFiltersProps = { filter: PostureFilter; choices: FindingChoices; asOf: string | null }

export function PostureFilters({ filter, choices, asOf }: PostureFiltersProps) {
  return (
    // Fields keep what they first showed: after a link to another part the form has to begin anew.
    <FilterBar key={JSON.stringify([filter, asOf])} action="/posture" keep={{ asOf: asOf ?? undefined }}>
      <SelectField
        name="vault"
        label="Vault"
        anyLabel="All vaults"
        value={filter.vault ?? undefined}
        choices={withChosen(choices.vaults.map(plain), filter.vault)}
      />
      <SelectField
        name="owner"
        label="Owner"
        anyLabel="All owners"
        value={filter.owner ?? undefined}
        choices={withChosen([{ value: none, label: 'No owner' }, ...choices.owners.map(plain)], filter.owner)}
      />
      <SelectField
        name="environment"
        label="Environment"
        anyLabel="All environments"
        value={filter.environment ?? undefined}
        choices={withChosen(
          [...choices.environments.map(plain), { value: none, label: 'None named' }],
          filter.environment,
        )}
      />
      <SelectField
        name="subscription"
        label="Subscription"
        anyLabel="All subscriptions"
        value={filter.subscription ?? undefined}
        choices={withChosen(
          choices.subscriptions.map(({ id, name }) => ({ value: id, label: name })),
          filter.subscription,
        )}
      />
    </FilterBar>
  )
}

const plain = (value: string): Choice => ({ value, label: value })

/** What an address names stays chosen, even where the list is too short to hold it. */
const withChosen = (choices: Choice[], chosen: string | null): Choice[] =>
  chosen === null || choices.some(({ value }) => value === chosen) ? choices : [plain(chosen), ...choices]
