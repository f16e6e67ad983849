// How strong the key of an object is: a key's own material, or the key a certificate's policy asks for.
import type { KeyMaterial, VaultObject } from '../organization.ts'
import type { TruthThresholds } from './question.ts'

export function isWeak(object: VaultObject, { rsaKeyBits, curves }: TruthThresholds): boolean {
  const material = object.kind === 'key' ? object.material : materialOfPolicy(object.policy)
  if (!material) return false
  return 'crv' in material ? !curves.includes(material.crv) : material.keySize < rsaKeyBits
}

/** Null for what is no certificate. */
function materialOfPolicy(policy: VaultObject['policy']): KeyMaterial | null {
  const { kty, key_size: keySize, crv } = Object(policy?.key_props)
  if (kty === 'EC' || kty === 'EC-HSM') return typeof crv === 'string' ? { kty, crv } : null
  if (kty === 'RSA' || kty === 'RSA-HSM') return typeof keySize === 'number' ? { kty, keySize } : null
  return null
}
