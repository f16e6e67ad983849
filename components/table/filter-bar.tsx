// The pieces of a filter form. A plain GET form: it works without scripts, and what it asks for is in the URL.
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'

type FilterBarProps = {
  action: string
  /** Parameters of the view that the form does not show but must not lose (sort, as of). */
  keep?: Readonly<Record<string, string | undefined>>
  /** The same page without any filter; shown when something is filtered. */
  clearHref?: string
  children: ReactNode
}

export function FilterBar({ action, keep = {}, clearHref, children }: FilterBarProps) {
  return (
    <search className="print:hidden">
      <form action={action} method="get" className="flex flex-wrap items-end gap-2">
        {Object.entries(keep).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <Button type="submit" look="quiet">
          Apply
        </Button>
        {clearHref ? (
          <Link href={clearHref} className="inline-flex h-8 items-center px-1 text-table">
            Clear all
          </Link>
        ) : null}
      </form>
    </search>
  )
}

/** `/` focuses the field that carries `data-search`. */
export function SearchField({
  name,
  label,
  value,
  placeholder,
}: {
  name: string
  label: string
  value?: string | undefined
  placeholder?: string
}) {
  return (
    <label className="block min-w-0 grow basis-52 sm:max-w-72">
      <span className="mb-1 block text-xs text-soft">{label}</span>
      <input
        type="search"
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        data-search=""
        autoComplete="off"
        spellCheck={false}
        className="field w-full"
      />
    </label>
  )
}

export type Choice = { value: string; label: string }

/** `anyLabel` is the choice that filters nothing ("All rules"). */
export function SelectField({
  name,
  label,
  value,
  choices,
  anyLabel,
}: {
  name: string
  label: string
  value?: string | undefined
  choices: readonly Choice[]
  anyLabel: string
}) {
  return (
    <label className="block min-w-0 max-sm:grow max-sm:basis-36">
      <span className="mb-1 block text-xs text-soft">{label}</span>
      <select name={name} defaultValue={value ?? ''} className="field w-full max-w-56">
        <option value="">{anyLabel}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}

export function DateField({
  name,
  label,
  value,
  min,
  max,
}: {
  name: string
  label: string
  value?: string | undefined
  min?: string
  max?: string
}) {
  return (
    <label className="block">
      <span className="mb-1 block text-xs text-soft">{label}</span>
      <input type="date" name={name} defaultValue={value} min={min} max={max} className="field" />
    </label>
  )
}
