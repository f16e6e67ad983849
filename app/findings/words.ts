// What a filter is called on the screen: in the form, on the chips and in a file's name.
import { count } from '#lib/format/number.ts'
import { dayCount } from '#lib/format/date.ts'
import type { FindingFilter, FindingStatus, ReadState, SubjectKind } from '#lib/queries/findings/finding-filter.ts'
import type { Grouping } from './search.ts'

export const statusWords: Record<FindingStatus, string> = {
  fail: 'Failing',
  waived: 'Waived',
  unknown: 'Not judged',
  all: 'Everything',
}

export const groupWords: Record<Grouping, string> = {
  object: 'By object',
  finding: 'One by one',
  rule: 'By rule',
  vault: 'By vault',
}

export const kindWords: Record<SubjectKind, string> = {
  secret: 'Secret',
  key: 'Key',
  certificate: 'Certificate',
  vault: 'Vault',
}

export const readWords: Record<ReadState, string> = {
  'still-read': 'Still read',
  'not-read': 'Not read in 30 days',
  'not-covered': 'Not covered by a log',
}

/** What the rows of the table are, with their number. */
export function subjectsText(subjects: number, { kinds }: Pick<FindingFilter, 'kinds'>): string {
  const [only] = kinds
  const [one, many] =
    kinds.length === 1 && only
      ? [only, `${only}s`]
      : kinds.length > 0 && !kinds.includes('vault')
        ? ['object', 'objects']
        : ['object or vault', 'objects and vaults']
  return `${count(subjects)} ${subjects === 1 ? one : many}`
}

/** What the rows are when every finding has one of its own, with their number. */
export function singleText(rows: number, status: FindingStatus): string {
  const [one, many] = {
    fail: ['open finding', 'open findings'],
    waived: ['finding waived', 'findings waived'],
    unknown: ['check not judged', 'checks not judged'],
    all: ['finding or check not judged', 'findings and checks not judged'],
  }[status]
  return `${count(rows)} ${rows === 1 ? one : many}`
}

/** The same noun without a number, for the pager. */
export const subjectsUnit = (filter: Pick<FindingFilter, 'kinds'>) => subjectsText(2, filter).replace(/^2 /, '')

/** "60 days or more", "less than 30 days", "30 to 60 days". */
export function ageText({ fromDays, toDays }: NonNullable<FindingFilter['age']>): string {
  if (toDays === null) return `${dayCount(fromDays ?? 0)} or more`
  if (fromDays === null || fromDays === 0) return `less than ${dayCount(toDays)}`
  return `${count(fromDays)} to under ${dayCount(toDays)}`
}

/** "from 2026-11-23, before 2026-11-30". */
export function expiryText({ from, to }: { from: string; to: string }): string {
  return [from ? `from ${from}` : '', to ? `before ${to}` : ''].filter(Boolean).join(', ')
}
