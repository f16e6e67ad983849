// The field of one threshold in its own unit. Blank in an override: it says nothing about it there.
import { keyCurves, type SomeThresholds, type ThresholdName, thresholdUnits } from '#lib/domain/thresholds.ts'
import { limitsOf } from './search.ts'

type ThresholdFieldProps = {
  name: ThresholdName
  /** Also the name of the field in the address. */
  id: string
  /** For what has no label of its own: boxes that belong together. */
  label: string
  value: SomeThresholds[ThresholdName]
}

const unitWords = { days: 'days', months: 'months', bits: 'bits', prefix: '', curves: '', calls: 'calls' }

export function ThresholdField({ name, id, label, value }: ThresholdFieldProps) {
  if (Array.isArray(value) || name === 'allowedCurves') {
    const chosen: readonly unknown[] = Array.isArray(value) ? value : []
    return (
      <fieldset className="flex flex-wrap gap-x-3">
        <legend className="sr-only">{label}</legend>
        {keyCurves.map((curve) => (
          <label key={curve} className="inline-flex min-h-6 items-center gap-1.5 text-table">
            <input
              type="checkbox"
              name={id}
              value={curve}
              defaultChecked={chosen.includes(curve)}
              className="size-4 accent-accent"
            />
            {curve}
          </label>
        ))}
      </fieldset>
    )
  }
  const limits = limitsOf(name)
  return (
    <span className="inline-flex items-center gap-1.5 text-table text-soft">
      {thresholdUnits[name] === 'prefix' ? '/' : null}
      <input
        id={id}
        type="number"
        name={id}
        min={limits?.least}
        max={limits?.most}
        step="1"
        defaultValue={value}
        inputMode="numeric"
        autoComplete="off"
        className="field w-24"
      />
      {unitWords[thresholdUnits[name]]}
    </span>
  )
}
