// One override in the form: for whom, which thresholds, and why. Folded to its sentence while it is as it was.
import { Button } from '#components/ui/button.tsx'
import type { Override } from '#lib/domain/policy.ts'
import { thresholdNames } from '#lib/domain/thresholds.ts'
import { selectorFields, tagText } from './search.ts'
import { ThresholdField } from './threshold-field.tsx'
import { overrideText, thresholdLabels } from './words.ts'

const fieldWords = {
  environment: 'Environment',
  subscription: 'Subscription',
  vault: 'Vault',
  owner: 'Owner',
  tag: 'Tag: name or name=value',
} as const

type FieldName = keyof typeof fieldWords

type OverrideFieldsProps = { index: number; override: Override; open: boolean }

export function OverrideFields({ index, override, open }: OverrideFieldsProps) {
  const { selector, thresholds, reason } = override
  const name = (field: string) => `override.${index}.${field}`
  const said: Record<FieldName, readonly string[]> = {
    environment: selector[selectorFields.environment],
    subscription: selector[selectorFields.subscription],
    vault: selector[selectorFields.vault],
    owner: selector[selectorFields.owner],
    tag: selector.tags.map(tagText),
  }
  return (
    <li className="border-t border-line px-4 py-3">
      <details open={open}>
        <summary className="cursor-pointer [overflow-wrap:anywhere]">
          <span className="text-faint">Override {index + 1}.</span> {overrideText(override)}
          {reason ? <span className="text-faint"> {reason}</span> : null}
        </summary>
        <div className="mt-3 space-y-4">
          <fieldset className="min-w-0">
            <legend className="text-table text-soft">
              For what. All fields have to match; of several names in one, any.
            </legend>
            <div className="mt-2 flex flex-wrap items-end gap-x-3 gap-y-2">
              {(['environment', 'subscription', 'vault', 'owner', 'tag'] as const).map((field) => (
                <Names key={field} field={field} name={name(field)} values={said[field]} />
              ))}
            </div>
          </fieldset>
          <fieldset className="min-w-0">
            <legend className="text-table text-soft">
              What holds there instead. Left blank, what holds elsewhere does.
            </legend>
            <div className="mt-2 grid grid-cols-2 gap-x-4 gap-y-2 lg:grid-cols-3">
              {thresholdNames.map((threshold) => (
                <div key={threshold} className="min-w-0">
                  {threshold === 'allowedCurves' ? (
                    <span className="mb-1 block text-xs text-soft">{thresholdLabels[threshold]}</span>
                  ) : (
                    <label htmlFor={name(threshold)} className="mb-1 block text-xs text-soft">
                      {thresholdLabels[threshold]}
                    </label>
                  )}
                  <ThresholdField
                    name={threshold}
                    id={name(threshold)}
                    label={thresholdLabels[threshold]}
                    value={thresholds[threshold]}
                  />
                </div>
              ))}
            </div>
          </fieldset>
          <label className="block max-w-xl">
            <span className="mb-1 block text-xs text-soft">Why it is judged differently</span>
            <input
              name={name('reason')}
              defaultValue={reason}
              maxLength={500}
              autoComplete="off"
              className="field w-full"
            />
          </label>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" name="remove" value={index} formAction="/policy#overrides">
              Take override {index + 1} away
            </Button>
            {index > 0 ? (
              <Button type="submit" name="raise" value={index} formAction="/policy#overrides">
                Let it decide before override {index}
              </Button>
            ) : null}
          </div>
        </div>
      </details>
    </li>
  )
}

/** A field for each name, and one more to add another. */
function Names({ field, name, values }: { field: FieldName; name: string; values: readonly string[] }) {
  const label = fieldWords[field]
  return (
    <div className="min-w-0 max-sm:grow max-sm:basis-36">
      <span className="mb-1 block text-xs text-soft">{label}</span>
      <span className="flex flex-wrap gap-1.5">
        {[...values, ''].map((value, place) => (
          <input
            key={value}
            name={name}
            aria-label={place === 0 ? label : `${label}, or`}
            defaultValue={value}
            placeholder={place === 0 ? 'Any' : 'or'}
            list={`some-${field}`}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
            className="field w-full min-w-0 sm:w-40"
          />
        ))}
      </span>
    </div>
  )
}
