// What was done, in words. An action that has none does not compile, so that no line is ever shown as a code.
import { type AuditAction, auditActions, type RefusalReason, refusalReasons } from '#lib/domain/audit-action.ts'
import { count } from '#lib/format/number.ts'
import type { AuditRow } from '#lib/queries/audit/audit-rows.ts'
import type { DetailKey } from '#lib/queries/audit/shown-detail.ts'
import { exportedPlace } from './exported-place.ts'

export const actionWords: Record<AuditAction, string> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  refused: 'Was refused',
  'snapshot-requested': 'Asked for a snapshot',
  'snapshot-ended': 'Took a snapshot',
  exported: 'Exported',
  'policy-changed': 'Changed the policy',
  'waiver-asked': 'Asked for a waiver',
  'waiver-approved': 'Approved a waiver',
  'waiver-declined': 'Declined a waiver',
  'waiver-withdrawn': 'Withdrew a waiver',
  'feed-made': 'Made a calendar feed',
  'feed-revoked': 'Revoked a calendar feed',
}

const isKnown = (action: string): action is AuditAction => auditActions.some((known) => known === action)

const wordOf = (action: string) => (isKnown(action) ? actionWords[action] : action)

const refusalWords: Record<RefusalReason, string> = {
  'no-role': 'Was refused: has no role',
  'not-theirs': 'Was refused: not theirs, or not there',
  'not-allowed': 'Was refused: their role does not allow it',
  'too-often': 'Was refused: too often in a short time',
  'too-large': 'Was refused: too large, or of no known size',
  'other-site': 'Was refused: sent from another site',
  'not-signed-in': 'Was refused: nobody was signed in',
  'no-such-feed': 'Was refused: no such calendar feed',
  'sign-in-refused': 'Sign-in refused by Entra',
  'sign-in-mismatch': 'Sign-in refused: it was begun elsewhere, or took too long',
  'sign-in-failed': 'Sign-in refused: the answer of Entra did not hold',
}

const refusalText = (reason: string | undefined) =>
  refusalWords[refusalReasons.find((known) => known === reason) ?? 'not-allowed']

/** "Exported At risk as CSV", "Approved 3 waivers". What an older or newer Kempt wrote is said as it stands. */
export function eventText({ action, subject, detail }: Pick<AuditRow, 'action' | 'subject' | 'detail'>): string {
  if (action === 'exported') {
    const format = detail.format ? ` as ${detail.format.toUpperCase()}` : ''
    return `Exported ${exportedPlace(subject)}${format}`
  }
  if (action === 'refused') return `${refusalText(detail.reason)}${detail.again ? ', again' : ''}`
  if (action === 'snapshot-ended' && detail.status === 'failed') return 'Began a snapshot, which failed'
  const several = action.startsWith('waiver-') ? /^\d+ waivers$/.exec(subject ?? '') : null
  return several ? wordOf(action).replace('a waiver', several[0]) : wordOf(action)
}

export const detailWords: Record<DetailKey, string> = {
  format: 'Format',
  kind: 'Kind',
  until: 'Last day',
  rules: 'Rules',
  subjects: 'About',
  waivers: 'Waivers by number',
  batches: 'Asked for together as',
  owners: 'Of owners',
  madeBy: 'Made by',
  version: 'Version',
  previousVersion: 'Version before',
  changed: 'What changed',
  note: 'Note',
  reason: 'Why',
  again: 'More of these within the hour',
  address: 'From the address',
  status: 'Ended as',
  capturedAt: 'The estate as of',
  vaults: 'Vaults read',
}

/** "1 entry", "1,234 entries". */
export const entriesText = (entries: number) => `${count(entries)} ${entries === 1 ? 'entry' : 'entries'}`
