/**
 * Operations that hand out or use what an object protects, as the audit log names them. Lists and metadata are not reads
 * of an object. Source: Azure Key Vault logging, operation names.
 */
export const readingOperations = [
  'SecretGet',
  'CertificateGet',
  'KeyGet',
  'KeySign',
  'KeyVerify',
  'KeyWrap',
  'KeyUnwrap',
  'KeyEncrypt',
  'KeyDecrypt',
]
