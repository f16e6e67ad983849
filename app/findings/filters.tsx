// The filter form of At risk: what is asked for most in sight, the rest folded. A GET form, so it works without scripts.
import { columnsField } from '#app/_search/columns.ts'
import { EnvironmentField, OwnerField, plainChoice, SubscriptionField } from '#app/_search/place-fields.tsx'
import { ChoicesField } from '#components/table/choices-field.tsx'
import { DateField, FilterBar, SearchField, SelectField } from '#components/table/filter-bar.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { severities } from '#lib/domain/severity.ts'
import { readStates, subjectKinds } from '#lib/queries/findings/finding-filter.ts'
import type { FindingChoices } from '#lib/queries/findings/list-finding-choices.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { ruleAreas } from '#lib/rules/rule.ts'
import { dateText, defaultSearch, type FindingsSearch, findingsHref, tagText } from './search.ts'
import { tableColumnKeys } from './table-columns.ts'
import { kindWords, readWords } from './words.ts'

export function FindingFilters({
  search,
  choices,
  asOf,
}: {
  search: FindingsSearch
  choices: FindingChoices
  asOf: string | null
}) {
  const { filter, order, group, columns, pageSize } = search
  const moreInUse =
    filter.areas.length + filter.subscriptions.length > 0 ||
    [filter.vault, filter.enabled, filter.tag, filter.read, filter.expires, filter.age].some((one) => one !== null)
  return (
    <FilterBar
      // Boxes and fields keep what they first showed: after a link to another filter the form has to begin anew.
      key={findingsHref({ ...search, page: 1, row: null }, asOf)}
      action="/findings"
      keep={{
        asOf: asOf ?? undefined,
        status: filter.status === 'fail' ? undefined : filter.status,
        group: group === 'object' ? undefined : group,
        columns: columnsField(columns, tableColumnKeys),
        sort: order.sort === 'risk' ? undefined : order.sort,
        dir: order.direction,
        size: pageSize === defaultSearch.pageSize ? undefined : String(pageSize),
      }}
    >
      <SearchField name="q" label="Object or vault" value={filter.text ?? undefined} placeholder="Part of a name" />
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
        choices={severities.map((value) => ({ value, label: severityWord[value] }))}
      />
      <ChoicesField
        name="kind"
        label="Kind"
        anyLabel="All kinds"
        chosen={filter.kinds}
        choices={subjectKinds.map((value) => ({ value, label: kindWords[value] }))}
      />
      <OwnerField owner={filter.owner} owners={choices.owners} />
      <EnvironmentField chosen={filter.environments} choices={choices} />
      <details className="order-last basis-full" open={moreInUse}>
        <summary className="link inline-block py-1 text-table">More filters</summary>
        <div className="flex flex-wrap items-end gap-2 pt-1">
          <ChoicesField
            name="area"
            label="Area"
            anyLabel="All areas"
            chosen={filter.areas}
            choices={ruleAreas.map(plainChoice)}
          />
          <SubscriptionField chosen={filter.subscriptions} choices={choices} />
          <TextField
            name="vault"
            label="Vault"
            value={filter.vault ?? ''}
            among={choices.vaults}
            placeholder="Whole name"
          />
          <TextField
            name="tag"
            label="Tag"
            value={filter.tag ? tagText(filter.tag) : ''}
            placeholder="name or name=value"
          />
          <SelectField
            name="enabled"
            label="State"
            anyLabel="Enabled or not"
            value={filter.enabled === null ? undefined : filter.enabled ? 'yes' : 'no'}
            choices={[
              { value: 'yes', label: 'Enabled' },
              { value: 'no', label: 'Disabled' },
            ]}
          />
          <SelectField
            name="read"
            label="Reads"
            anyLabel="Read or not"
            value={filter.read ?? undefined}
            choices={readStates.map((value) => ({ value, label: readWords[value] }))}
          />
          <DateField
            name="expiresFrom"
            label="Expires from"
            value={dateText(filter.expires?.from ?? null) || undefined}
          />
          <DateField
            name="expiresTo"
            label="Expires before"
            value={dateText(filter.expires?.to ?? null) || undefined}
          />
          <DaysField name="ageFrom" label="Rotated, days ago at least" value={filter.age?.fromDays ?? null} />
          <DaysField name="ageTo" label="and less than" value={filter.age?.toDays ?? null} />
        </div>
      </details>
    </FilterBar>
  )
}

type TextFieldProps = { name: string; label: string; value: string; placeholder: string; among?: readonly string[] }

function TextField({ name, label, value, placeholder, among = [] }: TextFieldProps) {
  const listId = `among-${name}`
  return (
    <label className="block min-w-0 max-sm:grow max-sm:basis-36">
      <span className="mb-1 block text-xs text-soft">{label}</span>
      <input
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        list={among.length > 0 ? listId : undefined}
        autoComplete="off"
        spellCheck={false}
        className="field w-full sm:w-44"
      />
      {among.length > 0 ? (
        <datalist id={listId}>
          {among.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </label>
  )
}

function DaysField({ name, label, value }: { name: string; label: string; value: number | null }) {
  return (
    <label className="block">
      <span className="mb-1 block text-xs text-soft">{label}</span>
      <input type="number" name={name} min="0" max="36500" defaultValue={value ?? undefined} className="field w-28" />
    </label>
  )
}
