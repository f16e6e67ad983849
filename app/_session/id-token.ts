// Who does an id token name, once everything about it has been checked? MSAL checks the nonce but not the signature.
import { type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { type Person, type Role, roles } from '#lib/domain/scope.ts'

export type ExpectedToken = {
  keys: JWTVerifyGetKey
  issuer: string
  clientId: string
  tenantId: string
  nonce: string
  now: Date
}

export type SignedIn = { person: Person; groupsIncomplete: boolean }

// `oid` and `tid` identify a person; names and mail are for showing and for matching owner tags, and may change.
const claimsSchema = z.object({
  oid: z.string().min(1),
  tid: z.string().min(1),
  nonce: z.string().min(1),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
  roles: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  // More than 200 groups: Entra leaves them out and names Microsoft Graph as their source instead.
  _claim_names: z.looseObject({ groups: z.string().optional() }).optional(),
  hasgroups: z.union([z.boolean(), z.string()]).optional(),
})

/** The person in a token, or a throw: signature (RS256 alone), issuer, audience, expiry, tenant and nonce must all hold. */
export async function verifyIdToken(token: string, expected: ExpectedToken): Promise<SignedIn> {
  const { payload } = await jwtVerify(token, expected.keys, {
    algorithms: ['RS256'],
    issuer: expected.issuer,
    audience: expected.clientId,
    requiredClaims: ['exp', 'iat', 'oid', 'tid', 'nonce'],
    clockTolerance: 60,
    currentDate: expected.now,
  })
  const claims = claimsSchema.parse(payload)
  if (claims.tid !== expected.tenantId) throw new Error('The id token is of another tenant.')
  if (claims.nonce !== expected.nonce) throw new Error('The id token answers another sign-in.')
  const mail = claims.email ?? claims.preferred_username ?? ''
  return {
    person: {
      objectId: claims.oid,
      tenantId: claims.tid,
      name: claims.name ?? mail,
      mail,
      roles: claims.roles.filter(isRole),
      groups: claims.groups,
    },
    groupsIncomplete: claims._claim_names?.groups !== undefined || Boolean(claims.hasgroups),
  }
}

const isRole = (text: string): text is Role => roles.some((role) => role === text)
