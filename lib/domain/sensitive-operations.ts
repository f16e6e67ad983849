/**
 * Operations that take something away, carry it out, bring it back or change who may do so. Microsoft treats backup and
 * restore as possible exfiltration: a backup is the whole object, to be restored elsewhere.
 * Source: Azure Key Vault logging, operation names.
 */
export const sensitiveOperations = {
  deleted: ['SecretDelete', 'KeyDelete', 'CertificateDelete', 'VaultDelete'],
  purged: ['SecretPurge', 'KeyPurge', 'CertificatePurge', 'VaultPurge'],
  'backed-up': ['SecretBackup', 'KeyBackup', 'CertificateBackup'],
  restored: ['SecretRestore', 'KeyRestore', 'CertificateRestore'],
  recovered: ['SecretRecover', 'KeyRecover', 'CertificateRecover', 'VaultRecover'],
  'settings-changed': ['VaultPut', 'VaultPatch'],
} as const

export type SensitiveKind = keyof typeof sensitiveOperations

/** In the order they are shown in. */
export const sensitiveKinds = [
  'purged',
  'deleted',
  'backed-up',
  'restored',
  'recovered',
  'settings-changed',
] as const satisfies readonly SensitiveKind[]

/** Null for an operation that is not sensitive. */
export const sensitiveKindOf = (operation: string): SensitiveKind | null =>
  sensitiveKinds.find((kind) => sensitiveOperations[kind].some((one) => one === operation)) ?? null
