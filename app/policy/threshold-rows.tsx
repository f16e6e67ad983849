// The thresholds by area: what each means, where its number comes from, which rules judge by it, and its value or its field.
import type { ReactNode } from 'react'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { thresholdValue, thresholdWords } from '#app/rules/words.ts'
import { Link } from '#components/ui/link.tsx'
import { sameValue } from '#lib/domain/policy-changes.ts'
import { defaultThresholds, type ThresholdName, thresholdNames, type Thresholds } from '#lib/domain/thresholds.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { ruleAreas } from '#lib/rules/rule.ts'
import { ThresholdField } from './threshold-field.tsx'
import { thresholdAreas, thresholdReasons } from './words.ts'

type ThresholdRowsProps = {
  values: Thresholds
  inForce: Thresholds
  asOf: string | null
  /** With fields, as a part of a form. */
  editable: boolean
}

export function ThresholdRows({ values, inForce, asOf, editable }: ThresholdRowsProps) {
  const areas = ruleAreas
    .map((area) => ({ area, names: thresholdNames.filter((name) => thresholdAreas[name] === area) }))
    .filter(({ names }) => names.length > 0)
  return areas.map(({ area, names }) => (
    <section key={area} aria-label={`Thresholds about ${area.toLowerCase()}`} className="border-t border-line">
      <h3 className="px-4 pt-3 pb-1 text-xs font-medium text-faint">{area}</h3>
      {names.map((name) => (
        <Row key={name} name={name} asOf={asOf} editable={editable}>
          {editable ? (
            <ThresholdField name={name} id={name} value={values[name]} label={thresholdWords[name]} />
          ) : (
            <span className="font-medium">{thresholdValue(name, values)}</span>
          )}
          <Compared name={name} values={values} inForce={inForce} />
        </Row>
      ))}
    </section>
  ))
}

type RowProps = { name: ThresholdName; asOf: string | null; editable: boolean; children: ReactNode }

function Row({ name, asOf, editable, children }: RowProps) {
  const rules = catalogue.filter(({ thresholds }) => thresholds.includes(name))
  const words = thresholdWords[name]
  return (
    <div className="grid gap-x-6 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_200px]">
      <div className="min-w-0">
        {editable && name !== 'allowedCurves' ? <label htmlFor={name}>{words}</label> : <span>{words}</span>}
        <p className="mt-0.5 text-table text-faint">{thresholdReasons[name]}</p>
        {rules.length > 0 ? (
          <ul className="mt-0.5 flex flex-wrap gap-x-3 text-table">
            {rules.map(({ id, failing }) => (
              <li key={id}>
                <Link href={withAsOf(`/rules/${id}`, asOf)}>{failing}</Link>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

function Compared({ name, values, inForce }: { name: ThresholdName; values: Thresholds; inForce: Thresholds }) {
  const usual = sameValue(values[name], defaultThresholds[name])
  const unchanged = sameValue(values[name], inForce[name])
  return (
    <p className="mt-1 text-xs text-faint">
      {unchanged ? null : (
        <>
          <span className="font-medium text-ink">in force: {thresholdValue(name, inForce)}</span>
          {usual ? '' : ' · '}
        </>
      )}
      {usual ? (unchanged ? 'the default' : ' · the default') : `default ${thresholdValue(name, defaultThresholds)}`}
    </p>
  )
}
