import type { Tags } from './tags.ts'

export const objectKinds = ['secret', 'key', 'certificate'] as const

export type ObjectKind = (typeof objectKinds)[number]

/** What identifies an object inside its vault. Names are case-insensitive in Azure; compare with `objectKey`. */
export type ObjectRef = { kind: ObjectKind; name: string }

/** Metadata of an object's current version. There is no field for a value, and no code that could fill one. */
export type VaultObject = ObjectRef & {
  enabled: boolean
  notBeforeAt: Date | null
  expiresAt: Date | null
  /** When the current version was made: the last rotation. */
  createdAt: Date
  /** When its attributes were last edited; an edit is not a rotation. */
  updatedAt: Date
  contentType: string | null
  tags: Tags
  /** Lifecycle belongs to Key Vault (the secret or key behind a certificate). Null: the source does not say. */
  managed: boolean | null
  recoveryLevel: string | null
}

/** One version of an object, current or older. */
export type ObjectVersion = {
  /** 32 hex digits. */
  version: string
  enabled: boolean
  notBeforeAt: Date | null
  expiresAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** The key under which two mentions of an object are the same object. */
export const objectKey = (object: ObjectRef) => `${object.kind}/${object.name.toLowerCase()}`
