// One thing to do: what is wrong with which object, since when, and the command. That of the first is in sight.
import { commandNames } from '#app/findings/fix.tsx'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { kindWords } from '#app/findings/words.ts'
import { ruleById } from '#app/rules/rule-by-id.ts'
import { objectHref, vaultHref } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { Breakable } from '#components/ui/breakable.tsx'
import { CopyCommand } from '#components/ui/copy-command.tsx'
import { Link } from '#components/ui/link.tsx'
import { severityWord } from '#components/ui/severity-badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { dayCount, daysBetween } from '#lib/format/date.ts'
import type { FindingRow } from '#lib/queries/findings/finding-rows.ts'
import type { Whose } from '../whose.ts'

type NextItemProps = { row: FindingRow; place: number; view: View; whose: Whose }

export function NextItem({ row, place, view: { at, asOf }, whose }: NextItemProps) {
  const { key, kind, name, vaultName, failingSince } = row
  const [worst, ...others] = row.findings
  if (!worst) return null
  const rule = ruleById(worst.ruleId)
  const drawer = findingsHref({ ...withFilter(defaultSearch, { owner: whose.owner }), row: key }, asOf)
  const page = kind === 'vault' ? vaultHref(vaultName, asOf) : objectHref({ vaultName, kind, name }, asOf)
  return (
    <li className="relative border-b border-line py-2 pr-4 pl-12 last:border-b-0">
      <span aria-hidden="true" className="absolute top-2 left-0 w-8 text-right text-table text-faint">
        {place}
      </span>
      <p className="flex items-baseline gap-x-2 pr-22">
        <SeverityShape severity={worst.severity} />
        <span className="sr-only">{severityWord[worst.severity]}: </span>
        <span className="min-w-0">
          <Link href={drawer} look="row">
            {worst.failing}
          </Link>
          {others.length > 0 ? (
            <span className="text-table text-faint">
              {' '}
              and {others.length} {others.length === 1 ? 'finding' : 'findings'} more
            </span>
          ) : null}
        </span>
      </p>
      <p className="text-table text-soft">
        {kindWords[kind]}{' '}
        <Link href={page} className="font-medium">
          <Breakable text={name} />
        </Link>
        {kind === 'vault' ? null : (
          <>
            {' in '}
            <Breakable text={vaultName} />
          </>
        )}
        {failingSince ? (
          <span className="text-faint">
            {' · failing for '}
            <time dateTime={failingSince.toISOString()} title={failingSince.toISOString()}>
              {dayCount(Math.max(1, daysBetween(failingSince, at)))}
            </time>
          </span>
        ) : null}
      </p>
      {rule ? (
        // One recommended action in sight; the others a click away, without a script.
        <details open={place === 1}>
          <summary className="link absolute top-1.5 right-4 inline-block py-1 text-table">
            Command<span className="sr-only"> for {name}</span>
          </summary>
          <div className="pt-1 pb-1.5">
            <CopyCommand
              label={rule.fix.note ?? 'To fix it'}
              command={rule.fix.cli(commandNames(row, kind === 'vault' ? null : { kind, name }))}
            />
          </div>
        </details>
      ) : null}
    </li>
  )
}
