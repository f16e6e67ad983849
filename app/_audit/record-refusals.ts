import type { Database } from '#lib/db/open-database.ts'
import { actorOf } from './record-audit-event.ts'
import type { RefusalLine } from './refusal-ledger.ts'

/** Adds lines of refusals to the audit log. Of somebody who is not signed in it has the address, and no person. */
export async function recordRefusals(db: Database, lines: readonly RefusalLine[]): Promise<void> {
  await db.auditEvent.createMany({
    data: lines.map(({ who, reason, subject, at, again }) => ({
      at,
      actor: 'person' in who ? actorOf(who.person) : 'nobody signed in',
      action: 'refused',
      subject,
      detail: {
        reason,
        ...(again > 0 ? { again } : {}),
        ...('person' in who
          ? { objectId: who.person.objectId, tenantId: who.person.tenantId }
          : { address: who.address }),
      },
    })),
  })
}
