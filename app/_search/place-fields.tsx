// The fields of a filter form that ask whose something is and where it stands; the same in every list that has them.
import { ChoicesField } from '#components/table/choices-field.tsx'
import { type Choice, SelectField } from '#components/table/filter-bar.tsx'
import { anybody, none } from '#lib/queries/findings/finding-filter.ts'
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

/** A link may name what there is none of at this instant; the form must not lose it. */
export const withChosen = (values: readonly string[], chosen: string | null) =>
  chosen === null || chosen === none || values.includes(chosen) || values.includes(chosen.toLowerCase())
    ? values
    : [chosen, ...values]

export function OwnerField({ owner, owners }: { owner: string | null; owners: readonly string[] }) {
  return (
    <SelectField
      name="owner"
      label="Owner"
      anyLabel="All owners"
      value={owner ?? undefined}
      choices={[
        { value: none, label: 'No owner' },
        ...withChosen(owners, owner).map((value) =>
          value === anybody ? { value, label: 'Any owner' } : plainChoice(value),
        ),
      ]}
    />
  )
}

export function EnvironmentField({ chosen, choices }: { chosen: readonly string[]; choices: FindingChoices }) {
  return (
    <ChoicesField
      name="environment"
      label="Environment"
      anyLabel="All environments"
      chosen={chosen}
      choices={[...choices.environments.map(plainChoice), { value: none, label: 'None named' }]}
    />
  )
}

export function SubscriptionField({ chosen, choices }: { chosen: readonly string[]; choices: FindingChoices }) {
  return (
    <ChoicesField
      name="subscription"
      label="Subscription"
      anyLabel="All subscriptions"
      chosen={chosen}
      choices={choices.subscriptions.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

export function PlaceFields({ filter, choices }: { filter: PlaceFilter; choices: FindingChoices }) {
  return (
    <>
      <OwnerField owner={filter.owner} owners={choices.owners} />
      <EnvironmentField chosen={filter.environments} choices={choices} />
      <SubscriptionField chosen={filter.subscriptions} choices={choices} />
    </>
  )
}
