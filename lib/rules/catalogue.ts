// Every rule Kempt judges by, area by area, in the order they are shown.
import expiredSecretStillRead from './expired-secret-still-read.ts'
import objectWithoutOwner from './object-without-owner.ts'
import type { Rule } from './rule.ts'
import secretExpired from './secret-expired.ts'
import secretNearExpiry from './secret-near-expiry.ts'
import secretOverdueForRotation from './secret-overdue-for-rotation.ts'
import secretWithoutExpiry from './secret-without-expiry.ts'
import vaultOpenToInternet from './vault-open-to-internet.ts'
import vaultWithoutAuditLog from './vault-without-audit-log.ts'
import vaultWithoutPurgeProtection from './vault-without-purge-protection.ts'
import vaultWithoutRbac from './vault-without-rbac.ts'

export const catalogue: readonly Rule[] = [
  // Storing
  objectWithoutOwner,
  // Rotation
  secretOverdueForRotation,
  secretWithoutExpiry,
  secretExpired,
  secretNearExpiry,
  // Access
  vaultWithoutRbac,
  // Network
  vaultOpenToInternet,
  // Monitoring
  vaultWithoutAuditLog,
  // Recovery
  vaultWithoutPurgeProtection,
  // Use
  expiredSecretStillRead,
]

/** Ids that had findings once. They are in people's links and exports, so none is ever given to another rule. */
export const retiredRuleIds: readonly string[] = []
