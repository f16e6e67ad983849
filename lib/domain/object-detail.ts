// What takes one call per object: it is read when an object changed, and of all others in turn.

/** What a key or a certificate does by itself, from a key's rotation policy or a certificate's lifetime actions. */
export type Renewal = {
  /** A new version comes without anybody: action Rotate of a key, AutoRenew of a certificate. */
  automatic: boolean
  /** When, as Azure's policy says it ("P90D after creation", "P30D before expiry", "at 80 % of its life"); null without one. */
  trigger: string | null
  /** Of a certificate: "Self", "Unknown" (made elsewhere and merged) or the name of an authority; null for a key. */
  issuer: string | null
}

/** The public facts of a key: never its private half, and not the public one either. */
export type KeyMaterial = {
  /** RSA, RSA-HSM, EC, EC-HSM, oct or oct-HSM. */
  type: string
  /** Of RSA and symmetric keys; null when Azure does not say or for a curve. */
  bits: number | null
  /** P-256, P-256K, P-384 or P-521; null for other types. */
  curve: string | null
}
