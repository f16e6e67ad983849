// What Entra remembers between its pages and its token endpoint: codes (once, ten minutes) and refresh tokens (90 days).
import { randomBytes } from 'node:crypto'

/** What the person agreed to, and what the application must show to get it. */
export type Grant = {
  personId: string
  clientId: string
  scope: string
  nonce: string | null
  redirectUri: string
  challenge: { method: 'S256' | 'plain'; value: string } | null
  sessionId: string
}

export type Grants = {
  issueCode(grant: Grant): string
  /** The grant, and the code is spent; or why not. */
  redeemCode(code: string): Grant | 'unknown' | 'expired' | 'redeemed'
  issueRefreshToken(grant: Grant): string
  /** Entra leaves a used refresh token valid; so do we. */
  findRefreshToken(token: string): Grant | 'unknown' | 'expired'
}

const codeLifetimeMs = 10 * 60_000
const refreshLifetimeMs = 90 * 86_400_000

/** `nowMs` is real time, as for every token. */
export function createGrants(nowMs: () => number): Grants {
  const codes = new Map<string, { grant: Grant; expiresMs: number; redeemed: boolean }>()
  const refreshTokens = new Map<string, { grant: Grant; expiresMs: number }>()
  const opaque = (prefix: string) => `${prefix}.${randomBytes(48).toString('base64url')}`

  return {
    issueCode(grant) {
      const code = opaque('1.AXX')
      codes.set(code, { grant, expiresMs: nowMs() + codeLifetimeMs, redeemed: false })
      return code
    },
    redeemCode(code) {
      const found = codes.get(code)
      if (!found) return 'unknown'
      if (found.redeemed) return 'redeemed'
      if (nowMs() >= found.expiresMs) return 'expired'
      found.redeemed = true
      return found.grant
    },
    issueRefreshToken(grant) {
      const token = opaque('1.AYY')
      refreshTokens.set(token, { grant, expiresMs: nowMs() + refreshLifetimeMs })
      return token
    },
    findRefreshToken(token) {
      const found = refreshTokens.get(token)
      if (!found) return 'unknown'
      return nowMs() >= found.expiresMs ? 'expired' : found.grant
    },
  }
}
