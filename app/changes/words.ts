// What changes are called, and what each has to say: the same words on the screen and in a file.
import { partWords } from '#app/vaults/words.ts'
import { reasonText } from '#app/snapshots/gap-words.ts'
import { isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { ChangeKind } from '#lib/queries/changes/change-filter.ts'
import type { ChangeRow } from '#lib/queries/changes/change-row.ts'
import { type ChangeLine, fieldLine } from './field-words.ts'

export const changeWords: Record<ChangeKind, string> = {
  failing: 'Newly failing',
  fixed: 'Fixed',
  unreadable: 'Became unreadable',
  readable: 'Readable again',
  new: 'New',
  gone: 'Gone',
  recovered: 'Recovered',
  rotated: 'Rotated',
  extended: 'Expiry extended',
  edited: 'Edited',
  settings: 'Settings edited',
  owner: 'Owner changed',
  waived: 'Waived',
  'waiver-ended': 'Waiver ended',
}

const readWords = { read: 'read', partly: 'partly read', not: 'not read' } as const

const waiverWords = {
  'accepted-risk': 'Accepted risk',
  'never-expires-by-design': 'Never expires by design',
  'false-positive': 'False positive',
  'fix-pending': 'Fix pending',
} as const

/** What was, and what is instead. */
export function changeLines({ part, detail }: Pick<ChangeRow, 'part' | 'detail'>): ChangeLine[] {
  const { fields, readBefore, readAfter } = detail
  if (part && readBefore && readAfter) {
    return [{ label: partWords[part], before: readWords[readBefore], after: readWords[readAfter] }]
  }
  return fields.map(fieldLine)
}

/** What is to be said besides: one sentence, or null. `from` is the instant compared with. */
export function changeNote({ change, kind, detail }: ChangeRow, { from }: { from: Date }): string | null {
  const { because, code, purgeAt, deletedAt, withVault, unproven, waiver, until, by } = detail
  switch (change) {
    case 'failing':
      return `${because ?? ''}${detail.waived ? ' It is waived by now.' : ''}`.trim() || null
    case 'fixed':
      return because ? `It had been: ${because}` : null
    case 'unreadable':
      return code ? reasonText(code) : null
    case 'readable':
      return code ? `Before: ${reasonText(code)}` : null
    case 'new':
      return unproven ? `Its list could not be read on ${isoDate(from)}: it may have been there unseen.` : null
    case 'gone': {
      const how = withVault ? 'It went with its vault. ' : deletedAt ? `Deleted on ${isoDate(deletedAt)}. ` : ''
      const end = purgeAt
        ? `Can be recovered until it is purged on ${isoDate(purgeAt)}.`
        : withVault || kind === 'vault'
          ? ''
          : 'When it is purged is not known.'
      return `${how}${end}`.trim() || 'When it is purged is not known.'
    }
    case 'recovered':
      return 'It had been gone, and is back with its history.'
    case 'waived':
    case 'waiver-ended': {
      const whose = by ? (change === 'waived' ? `, approved by ${by}` : `, withdrawn by ${by}`) : ''
      return `${waiver ? waiverWords[waiver] : 'Waiver'}${until ? ` until ${until}` : ''}${whose}: ${because ?? ''}`
    }
    default:
      return null
  }
}

export const changesText = (rows: number) => `${count(rows)} ${rows === 1 ? 'change' : 'changes'}`
