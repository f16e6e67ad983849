// What the id token says about a person (version 2.0 claims).
import { createHash } from 'node:crypto'
import type { JWTPayload } from 'jose'
import type { Organization, Person } from '../organization/organization.ts'
import type { Grant } from './grants.ts'

/** A JWT carries at most so many groups; beyond, it only says where to ask ("groups overage claim"). */
const groupLimit = 200

export function idTokenClaims(person: Person, grant: Grant, { tenantId }: Organization): JWTPayload {
  return {
    aud: grant.clientId,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    ...groupsOf(person),
    name: person.name,
    ...(grant.nonce !== null && { nonce: grant.nonce }),
    oid: person.objectId,
    preferred_username: person.userPrincipalName,
    rh: '1.AXX.',
    ...(person.roles.length > 0 && { roles: person.roles }),
    sid: grant.sessionId,
    sub: pairwise(person, grant.clientId, tenantId),
    tid: tenantId,
    ver: '2.0',
  }
}

function groupsOf({ groups, objectId }: Person): JWTPayload {
  if (groups.length === 0) return {}
  if (groups.length <= groupLimit) return { groups }
  const endpoint = `https://graph.microsoft.com/v1.0/users/${objectId}/getMemberObjects`
  return { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint } } }
}

/** The same person is somebody else to every application. */
function pairwise({ objectId }: Person, clientId: string, tenantId: string): string {
  return createHash('sha256').update(`${tenantId} ${clientId} ${objectId}`).digest('base64url')
}
