// The fields of a filter form that ask whose something is and where it stands; the same in every list that has them.
import { ChoicesField } from '#components/table/choices-field.tsx'
import { type Choice, SelectField } from '#components/table/filter-bar.tsx'
import { none } from '#lib/queries/findings/finding-filter.ts'
import type { FindingChoices } from '#lib/queries/findings/list-finding-choices.ts'

export type PlaceFilter = {
  owner: string | null
  environments: readonly string[]
  subscriptions: readonly string[]
}

export const plainChoice = (value: string): Choice => ({ value, label: value })

/** Choices from words by their value. */
export const namedChoices = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export function PlaceFields({ filter, choices }: { filter: PlaceFilter; choices: FindingChoices }) {
  const { owner, environments, subscriptions } = filter
  // A link may name an owner that has nothing at this instant; the form must not lose it.
  const isListed = owner === null || owner === none || choices.owners.includes(owner.toLowerCase())
  const owners = isListed ? choices.owners : [owner, ...choices.owners]
  return (
    <>
      <SelectField
        name="owner"
        label="Owner"
        anyLabel="All owners"
        value={owner ?? undefined}
        choices={[{ value: none, label: 'No owner' }, ...owners.map(plainChoice)]}
      />
      <ChoicesField
        name="environment"
        label="Environment"
        anyLabel="All environments"
        chosen={environments}
        choices={[...choices.environments.map(plainChoice), { value: none, label: 'None named' }]}
      />
      <ChoicesField
        name="subscription"
        label="Subscription"
        anyLabel="All subscriptions"
        chosen={subscriptions}
        choices={choices.subscriptions.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}
