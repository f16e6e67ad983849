// What a posture is out of, and what is missing from it: a number nobody can explain is no number.
import { Link } from '#components/ui/link.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { WaivedMark } from './waived-mark.tsx'
import { coverage } from '#lib/domain/posture.ts'
import { count, percent } from '#lib/format/number.ts'

export type Counts = { pass: number; fail: number; waived: number; unknown: number }

export const addUp = (rows: readonly Counts[]): Counts =>
  rows.reduce(
    (sum, { pass, fail, waived, unknown }) => ({
      pass: sum.pass + pass,
      fail: sum.fail + fail,
      waived: sum.waived + waived,
      unknown: sum.unknown + unknown,
    }),
    { pass: 0, fail: 0, waived: 0, unknown: 0 },
  )

export const decidedOf = ({ pass, fail }: Counts) => pass + fail

export const checksOf = ({ pass, fail, waived, unknown }: Counts) => pass + fail + waived + unknown

/** "Out of 3,012 decided checks of 3,204; 180 unknown, 12 waived, coverage 94.4%". */
type DenominatorProps = {
  counts: Counts
  /** Where those rows are, one check each. */
  hrefFor: (status: 'unknown' | 'waived') => string
}

export function Denominator({ counts, hrefFor }: DenominatorProps) {
  const { waived, unknown } = counts
  const covered = coverage(counts)
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-table text-faint">
      <span>
        Out of {count(decidedOf(counts))} decided {decidedOf(counts) === 1 ? 'check' : 'checks'} of{' '}
        {count(checksOf(counts))}
      </span>
      {unknown > 0 ? (
        <Link href={hrefFor('unknown')}>
          <UnknownMark word={`${count(unknown)} unknown`} />
        </Link>
      ) : null}
      {waived > 0 ? (
        <Link href={hrefFor('waived')}>
          <WaivedMark value={waived} />
        </Link>
      ) : null}
      {covered === null ? null : <span>coverage {percent(covered)}</span>}
    </p>
  )
}
