// From this MSAL builds its account id: who, and in which tenant.
import type { Person } from '../organization/organization.ts'

export function clientInfo({ objectId }: Person, tenantId: string): string {
  return Buffer.from(JSON.stringify({ uid: objectId, utid: tenantId })).toString('base64url')
}
