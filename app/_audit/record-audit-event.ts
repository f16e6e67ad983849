import type { Database, Transaction } from '#lib/db/open-database.ts'
import type { AuditAction } from '#lib/domain/audit-action.ts'
import type { Person } from '#lib/domain/scope.ts'

/** As somebody is named in the log. Mail addresses change hands: the object id beside it says for good who it was. */
export const actorOf = (person: Person) => person.mail || person.objectId

/** Adds one line to the audit log: who did what, to what, when. The database refuses to change or remove one. */
export async function recordAuditEvent(
  db: Database | Transaction,
  event: { at: Date; person: Person; action: AuditAction; subject?: string; detail?: Record<string, string | boolean> },
): Promise<void> {
  const { at, person, action, subject = null, detail = {} } = event
  await db.auditEvent.create({
    data: {
      at,
      actor: actorOf(person),
      action,
      subject,
      detail: { ...detail, objectId: person.objectId, tenantId: person.tenantId },
    },
  })
}
