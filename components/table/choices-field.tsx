// A filter that takes several values: a list of boxes that folds away. A native details, so it opens without scripts; only
// one of a form is open at a time.
import { Icon } from '../ui/icon.tsx'
import type { Choice } from './filter-bar.tsx'

type ChoicesFieldProps = {
  name: string
  label: string
  chosen: readonly string[]
  choices: readonly Choice[]
  /** Said while nothing is chosen ("All rules"). */
  anyLabel: string
}

export function ChoicesField({ name, label, chosen, choices, anyLabel }: ChoicesFieldProps) {
  const words = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label)
  const said = words.length === 0 ? anyLabel : words.length === 1 ? words[0] : `${words.length} chosen`
  return (
    <div className="relative block min-w-0 max-sm:grow max-sm:basis-36">
      <span className="mb-1 block text-xs text-soft">{label}</span>
      <details name="filter-choices" className="group">
        <summary
          aria-label={`${label}: ${said}`}
          className="field flex w-full max-w-56 min-w-32 items-center justify-between gap-2"
        >
          <span className="truncate">{said}</span>
          <Icon path="M2 3.5 5 7l3-3.5" size={10} strokeWidth={1.5} />
        </summary>
        <fieldset className="absolute top-full left-0 z-20 mt-1 max-h-80 w-72 max-w-[calc(100vw-32px)] overflow-y-auto rounded-md border border-line-strong bg-surface py-1">
          <legend className="sr-only">{label}</legend>
          {choices.map((choice) => (
            <label
              key={choice.value}
              className="flex min-h-8 cursor-pointer items-center gap-2.5 px-3 py-1 text-table hover:bg-sunken"
            >
              <input
                type="checkbox"
                name={name}
                value={choice.value}
                defaultChecked={chosen.includes(choice.value)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 [overflow-wrap:anywhere]">{choice.label}</span>
            </label>
          ))}
        </fieldset>
      </details>
    </div>
  )
}
