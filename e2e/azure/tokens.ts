// Signed tokens of the imitated Entra tenant: made by Entra and the managed identity endpoint, checked by every service.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { exportJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'

/** Who presents a token. */
export type Identity = { objectId: string; applicationId: string; tenantId: string }

/** Why a token was refused; each service words its own error body from it. */
export type Refusal = 'missing' | 'malformed' | 'expired' | 'wrong-audience' | 'wrong-tenant'

export type Tokens = {
  /** RS256, `kid` in the header; adds iat, nbf, exp (real time) and uti. */
  sign(claims: JWTPayload, lifetimeSeconds: number): Promise<string>
  /** Checks signature, audience (trailing slash ignored), expiry and tenant of a Bearer header. */
  verify(authorization: string | undefined, audience: string): Promise<Identity | Refusal>
  /** The public keys, as Entra publishes them. */
  jwks(): { keys: JWK[] }
}

export async function createTokens(tenantId: string): Promise<Tokens> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = randomUUID().replaceAll('-', '').slice(0, 27)
  const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid, x5t: kid, use: 'sig', alg: 'RS256' }
  const bare = (audience: string) => audience.replace(/\/+$/, '')

  return {
    sign(claims, lifetimeSeconds) {
      const nowSeconds = Math.floor(Date.now() / 1000)
      return new SignJWT({ ...claims, uti: randomUUID() })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
        .setIssuedAt(nowSeconds)
        .setNotBefore(nowSeconds)
        .setExpirationTime(nowSeconds + lifetimeSeconds)
        .sign(privateKey)
    },

    async verify(authorization, audience) {
      if (!authorization?.startsWith('Bearer ')) return 'missing'
      let payload: JWTPayload
      try {
        payload = (await jwtVerify(authorization.slice(7), publicKey, { algorithms: ['RS256'] })).payload
      } catch (error) {
        return error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED' ? 'expired' : 'malformed'
      }
      const audiences = [payload.aud ?? []].flat().map(bare)
      if (!audiences.includes(bare(audience))) return 'wrong-audience'
      if (payload.tid !== tenantId) return 'wrong-tenant'
      return { objectId: String(payload.oid), applicationId: String(payload.appid), tenantId }
    },

    jwks: () => ({ keys: [publicJwk] }),
  }
}
