// What a change has to say, and about whom: the cells of its row, wherever it is listed.
import type { View } from '#app/view.ts'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { KindMark } from '#app/findings/subject-cells.tsx'
import { kindWords } from '#app/findings/words.ts'
import { vaultHref } from '#app/vaults/search.ts'
import { Link } from '#components/ui/link.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import type { ChangeRow } from '#lib/queries/changes/change-row.ts'
import type { Comparison } from './comparison.ts'
import { dayOf, subjectHref } from './subject-href.ts'
import type { ChangeLine } from './field-words.ts'
import { changeLines, changeNote } from './words.ts'

type CellProps = { row: ChangeRow; comparison: Comparison; view: View }

/** `besideVault`: the page is that of the vault, whose name need not be said again. */
export function SubjectCell({ row, comparison, view, besideVault = false }: CellProps & { besideVault?: boolean }) {
  const { kind, name, vaultName, standsAfter } = row
  return (
    <div className="flex items-start gap-2">
      <KindMark kind={kind} />
      <div className="min-w-0">
        <Link href={subjectHref(row, comparison, view.asOf)} look="row">
          <span className="sr-only">{kindWords[kind]} </span>
          {name}
        </Link>
        <div className="text-faint">
          {kind === 'vault' ? (
            'vault'
          ) : besideVault ? (
            kindWords[kind].toLowerCase()
          ) : (
            <>
              in{' '}
              <Link href={vaultHref(vaultName, dayOf(comparison, view.asOf))} look="plain" className="hover:underline">
                {vaultName}
              </Link>
            </>
          )}
          {standsAfter ? null : ', as last seen'}
        </div>
      </div>
    </div>
  )
}

export function WhatCell({ row, comparison, view }: CellProps) {
  const { ruleId, failing, severity } = row
  const note = changeNote(row, comparison)
  return (
    <div className="space-y-0.5 [overflow-wrap:anywhere]">
      {ruleId && failing ? (
        <div className="flex items-baseline gap-1.5">
          {severity ? (
            <>
              <SeverityShape severity={severity} />
              <span className="sr-only">{severity}: </span>
            </>
          ) : null}
          <Link href={withAsOf(`/rules/${ruleId}`, view.asOf)} look="row">
            {failing}
          </Link>
        </div>
      ) : null}
      {changeLines(row).map((line) => (
        <Line key={line.label} line={line} />
      ))}
      {note ? <div className="text-soft">{note}</div> : null}
    </div>
  )
}

export function Line({ line: { label, before, after } }: { line: ChangeLine }) {
  return (
    <div>
      <span className="text-faint">{label}</span> <Value text={before} />
      {after === null ? null : (
        <>
          <span aria-hidden="true" className="text-faint">
            {' → '}
          </span>
          <span className="sr-only"> is now </span>
          <span className="font-medium">
            <Value text={after} />
          </span>
        </>
      )}
    </div>
  )
}

/** A date is never broken at its dashes; what is longer may be broken anywhere. */
function Value({ text }: { text: string }) {
  return text.length <= '2026-11-23 06:15 UTC'.length ? <span className="whitespace-nowrap">{text}</span> : text
}
