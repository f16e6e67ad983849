// Signed tokens of the imitated Entra tenant: made by Entra and the managed identity endpoint, checked by every service.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { exportJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { keptText } from './kept-text.ts'

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

/** With a folder the signing key is kept there, so that tokens an app holds stay good after a restart. */
export async function createTokens(tenantId: string, folder: string | null = null): Promise<Tokens> {
  const privateKey = createPrivateKey(keptText(folder, 'token-signing-key.pem', newSigningKey))
  const publicKey = createPublicKey(privateKey)
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const kid = createHash('sha256').update(spki).digest('base64url').slice(0, 27)
  const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid, x5t: kid, use: 'sig', alg: 'RS256' }
  const bare = (audience: string) => audience.replace(/\/+$/, '')
  const genuine = new Map<string, JWTPayload>()

  /** A client shows the same token thousands of times, and its signature does not change meanwhile. */
  async function read(token: string): Promise<JWTPayload> {
    const known = genuine.get(token)
    if (known && Date.now() / 1000 < (known.exp ?? 0)) return known
    const { payload } = await jwtVerify(token, publicKey, { algorithms: ['RS256'] })
    if (genuine.size >= 1000) genuine.clear()
    genuine.set(token, payload)
    return payload
  }

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
        payload = await read(authorization.slice('Bearer '.length))
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

function newSigningKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
}
