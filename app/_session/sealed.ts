// Sealed cookies: what is inside can be neither read nor altered without the session secret, and ends on its own.
import { hkdfSync } from 'node:crypto'
import { EncryptJWT, errors, type JWTPayload, jwtDecrypt } from 'jose'

/** Each purpose has its own key, so that a sign-in cookie can never be presented as a session. */
export type Purpose = 'session' | 'sign-in'

export type Sealing = { purpose: Purpose; secret: string; now: Date }

export async function seal(claims: JWTPayload, endsAt: Date, { purpose, secret, now }: Sealing): Promise<string> {
  return new EncryptJWT(claims)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setIssuedAt(now)
    .setExpirationTime(endsAt)
    .encrypt(keyFor(purpose, secret))
}

/** The claims, or null when the text was not sealed by us for this purpose, was altered, or has ended. */
export async function unseal(text: string, { purpose, secret, now }: Sealing): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtDecrypt(text, keyFor(purpose, secret), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      requiredClaims: ['iat', 'exp'],
      currentDate: now,
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

const keys = new Map<string, Uint8Array>()

function keyFor(purpose: Purpose, secret: string): Uint8Array {
  const name = `${purpose} ${secret}`
  let key = keys.get(name)
  if (!key) {
    key = new Uint8Array(hkdfSync('sha256', secret, '', `kempt ${purpose} cookie`, 32))
    keys.set(name, key)
  }
  return key
}
