import type { Database, Transaction } from '#lib/db/open-database.ts'
import type { Person } from '#lib/domain/scope.ts'

export type AuditAction =
  | 'signed-in'
  | 'signed-out'
  | 'snapshot-requested'
  | 'exported'
  | 'policy-changed'
  | 'waiver-asked'
  | 'waiver-approved'
  | 'waiver-declined'
  | 'waiver-withdrawn'
  | 'feed-made'
  | 'feed-revoked'

/** Adds one line to the audit log: who did what, to what, when. Never changes or removes one. */
export async function recordAuditEvent(
  db: Database | Transaction,
  event: { at: Date; person: Person; action: AuditAction; subject?: string; detail?: Record<string, string | boolean> },
): Promise<void> {
  const { at, person, action, subject = null, detail = {} } = event
  // Mail addresses change hands; the object id says for good who it was.
  await db.auditEvent.create({
    data: {
      at,
      actor: person.mail || person.objectId,
      action,
      subject,
      detail: { ...detail, objectId: person.objectId, tenantId: person.tenantId },
    },
  })
}
