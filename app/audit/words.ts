// What was done, in words. An action that has none does not compile, so that no line is ever shown as a code.
import type { AuditAction } from '#app/_audit/record-audit-event.ts'
import { count } from '#lib/format/number.ts'
import type { AuditRow } from '#lib/queries/audit/audit-rows.ts'
import type { DetailKey } from '#lib/queries/audit/shown-detail.ts'
import { exportedPlace } from './exported-place.ts'

export const actionWords: Record<AuditAction, string> = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'snapshot-requested': 'Asked for a snapshot',
  exported: 'Exported',
  'policy-changed': 'Changed the policy',
  'waiver-asked': 'Asked for a waiver',
  'waiver-approved': 'Approved a waiver',
  'waiver-declined': 'Declined a waiver',
  'waiver-withdrawn': 'Withdrew a waiver',
  'feed-made': 'Made a calendar feed',
  'feed-revoked': 'Revoked a calendar feed',
}

export const auditActions = Object.keys(actionWords) as AuditAction[]

const wordOf = (action: string) => actionWords[action as AuditAction] ?? action

/** "Exported At risk as CSV", "Approved 3 waivers". What an older or newer Kempt wrote is said as it stands. */
export function eventText({ action, subject, detail }: Pick<AuditRow, 'action' | 'subject' | 'detail'>): string {
  if (action === 'exported') {
    const format = detail.format ? ` as ${detail.format.toUpperCase()}` : ''
    return `Exported ${exportedPlace(subject)}${format}`
  }
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
}

/** "1 entry", "1,234 entries". */
export const entriesText = (entries: number) => `${count(entries)} ${entries === 1 ? 'entry' : 'entries'}`
