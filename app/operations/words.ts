// What operations are called, and what a line says: the same words on the screen and in a file.
import type { SensitiveKind } from '#lib/domain/sensitive-operations.ts'
import { count } from '#lib/format/number.ts'
import type { LookReason, OperationOutcome } from '#lib/queries/operations/operation-filter.ts'
import type { OperationObject, OperationRow } from '#lib/queries/operations/operation-row.ts'

/** Nouns: they are as true of what was only tried. */
export const operationWords: Record<SensitiveKind, string> = {
  purged: 'Purge',
  deleted: 'Deletion',
  'backed-up': 'Backup',
  restored: 'Restore',
  recovered: 'Recovery',
  'settings-changed': 'Settings',
}

export const outcomeWords: Record<OperationOutcome, string> = { done: 'Done', refused: 'Refused', failed: 'Failed' }

/** How a call ended, in the log's words, and how an operation that consists of it did. */
export const outcomeOf = (said: string): OperationOutcome =>
  said === 'ok' ? 'done' : said === 'denied' ? 'refused' : 'failed'

const did: Record<SensitiveKind, string> = {
  purged: 'purged',
  deleted: 'deleted',
  'backed-up': 'backed up',
  restored: 'restored',
  recovered: 'recovered',
  'settings-changed': 'changed the settings',
}

const tried: Record<SensitiveKind, string> = {
  purged: 'tried to purge',
  deleted: 'tried to delete',
  'backed-up': 'tried to back up',
  restored: 'tried to restore',
  recovered: 'tried to recover',
  'settings-changed': 'tried to change the settings',
}

export const verbOf = ({ kind, outcome }: Pick<OperationRow, 'kind' | 'outcome'>) =>
  outcome === 'done' ? did[kind] : tried[kind]

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "14 secrets and 2 keys", "the vault": what a line is about, in number. Settings are always those of the vault. */
export function thingsText(objects: readonly OperationObject[]): string {
  const kinds = ['secret', 'key', 'certificate'] as const
  const named = kinds.flatMap((kind) => {
    const some = objects.filter((one) => one.kind === kind && one.name !== null).length
    return some > 0 ? `${count(some)} ${some === 1 ? kind : `${kind}s`}` : []
  })
  const nameless = kinds.flatMap((kind) =>
    objects.some((one) => one.kind === kind && one.name === null) ? `${kind}s the log does not name` : [],
  )
  const vault = objects.some(({ kind }) => kind === 'vault') ? ['the vault'] : []
  return list.format([...vault, ...named, ...nameless])
}

/** "backed up 14 secrets", "tried to delete the vault". */
export const whatText = (row: Pick<OperationRow, 'kind' | 'outcome' | 'objects'>) =>
  row.kind === 'settings-changed' ? verbOf(row) : `${verbOf(row)} ${thingsText(row.objects)}`

/** What stands between that and the name of the vault. */
export const beforeVault = ({ kind, objects }: Pick<OperationRow, 'kind' | 'objects'>) =>
  kind === 'settings-changed' ? ' of ' : objects.every((one) => one.kind === 'vault') ? ' ' : ' in '

/** Why a line deserves a look, as it stands after "Worth a look:". */
export const lookWords: Record<LookReason, string> = {
  purge: 'a purge is final',
  person: 'by a person, not by a programme',
  'first-time': 'the first time this caller does so, as far as is remembered',
}

const endings: Readonly<Record<string, string>> = { missing: 'not found', throttled: 'throttled', error: 'error' }

/** How a failed line failed: "not found and throttled". Null where there is nothing to say. */
export function failureText(objects: readonly Pick<OperationObject, 'said'>[]): string | null {
  const words = [...new Set(objects.flatMap(({ said }) => said.flatMap((one) => endings[one] ?? [])))]
  return words.length > 0 ? list.format(words.sort()) : null
}

const clock = (at: Date) => at.toISOString().slice(11, 16)

/** "09:00–12:30": from the first call of a line to its last, in UTC. */
export const spanText = ({ firstAt, lastAt }: Pick<OperationRow, 'firstAt' | 'lastAt'>) =>
  clock(firstAt) === clock(lastAt) ? clock(firstAt) : `${clock(firstAt)}–${clock(lastAt)}`

/** Lines of the timeline, with their number. */
export const entriesText = (lines: number) => `${count(lines)} ${lines === 1 ? 'entry' : 'entries'}`
