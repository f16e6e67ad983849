// Who is Kempt to Azure? Its own calls are in every audit log it reads, and are to be told apart from those of others.
import type { TokenCredential } from '@azure/core-auth'
import { z } from 'zod'
import type { OwnIdentity } from './access-summary-query.ts'

const claims = z.object({ oid: z.string().nullish(), appid: z.string().nullish(), azp: z.string().nullish() })

/**
 * Object id and application id as the credential's own access token names them; null when it is no token that can be read.
 * The token is not verified: nobody but the identity endpoint gave it, and nothing is allowed because of it.
 * https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export async function readOwnIdentity(credential: TokenCredential, scope: string): Promise<OwnIdentity | null> {
  const token = await credential.getToken(scope)
  const [, payload] = token?.token.split('.') ?? []
  if (!payload) return null
  const read = claims.safeParse(parsed(Buffer.from(payload, 'base64url').toString('utf8')))
  if (!read.success) return null
  const { oid, appid, azp } = read.data
  const identity = { objectId: oid ?? null, applicationId: appid ?? azp ?? null }
  return (identity.objectId ?? identity.applicationId) ? identity : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
