// Every rule Kempt judges by: area by area, the worst first, in the order they are shown.
import accessDeniedRepeatedly from './access-denied-repeatedly.ts'
import accessPolicyTooBroad from './access-policy-too-broad.ts'
import auditLogSilent from './audit-log-silent.ts'
import callerNotCaching from './caller-not-caching.ts'
import certificateExpired from './certificate-expired.ts'
import certificateNearExpiry from './certificate-near-expiry.ts'
import certificateStoredAsSecret from './certificate-stored-as-secret.ts'
import certificateValidityTooLong from './certificate-validity-too-long.ts'
import certificateWithoutRenewal from './certificate-without-renewal.ts'
import disabledObjectKept from './disabled-object-kept.ts'
import expiredSecretStillRead from './expired-secret-still-read.ts'
import expiryExtendedWithoutRotation from './expiry-extended-without-rotation.ts'
import firewallRangeTooWide from './firewall-range-too-wide.ts'
import keyExpired from './key-expired.ts'
import keyNearExpiry from './key-near-expiry.ts'
import keyWithoutExpiry from './key-without-expiry.ts'
import keyWithoutRotationPolicy from './key-without-rotation-policy.ts'
import objectWithoutOwner from './object-without-owner.ts'
import oldVersionStillEnabled from './old-version-still-enabled.ts'
import oldVersionStillRead from './old-version-still-read.ts'
import rotationTagsIncomplete from './rotation-tags-incomplete.ts'
import type { Rule } from './rule.ts'
import secretExpired from './secret-expired.ts'
import secretNearExpiry from './secret-near-expiry.ts'
import secretOverdueForRotation from './secret-overdue-for-rotation.ts'
import secretValidityTooLong from './secret-validity-too-long.ts'
import secretWithoutContentType from './secret-without-content-type.ts'
import secretWithoutExpiry from './secret-without-expiry.ts'
import settingStoredAsSecret from './setting-stored-as-secret.ts'
import unprotectedVaultWithoutBackup from './unprotected-vault-without-backup.ts'
import unusedSecret from './unused-secret.ts'
import valueRoleAboveVault from './value-role-above-vault.ts'
import vaultOpenToInternet from './vault-open-to-internet.ts'
import vaultSharedByApplications from './vault-shared-by-applications.ts'
import vaultSharedByEnvironments from './vault-shared-by-environments.ts'
import vaultThrottled from './vault-throttled.ts'
import vaultWithShortRetention from './vault-with-short-retention.ts'
import vaultWithoutAuditLog from './vault-without-audit-log.ts'
import vaultWithoutEventSubscription from './vault-without-event-subscription.ts'
import vaultWithoutPrivateEndpoint from './vault-without-private-endpoint.ts'
import vaultWithoutPurgeProtection from './vault-without-purge-protection.ts'
import vaultWithoutRbac from './vault-without-rbac.ts'
import weakKey from './weak-key.ts'

export const catalogue: readonly Rule[] = [
  // Storing
  vaultSharedByEnvironments,
  objectWithoutOwner,
  certificateStoredAsSecret,
  vaultSharedByApplications,
  secretWithoutContentType,
  settingStoredAsSecret,
  rotationTagsIncomplete,
  // Rotation
  secretOverdueForRotation,
  secretExpired,
  keyExpired,
  certificateExpired,
  weakKey,
  secretWithoutExpiry,
  keyWithoutExpiry,
  secretNearExpiry,
  keyNearExpiry,
  certificateNearExpiry,
  expiryExtendedWithoutRotation,
  oldVersionStillEnabled,
  keyWithoutRotationPolicy,
  certificateWithoutRenewal,
  secretValidityTooLong,
  certificateValidityTooLong,
  disabledObjectKept,
  // Access
  accessPolicyTooBroad,
  vaultWithoutRbac,
  valueRoleAboveVault,
  accessDeniedRepeatedly,
  // Network
  vaultOpenToInternet,
  firewallRangeTooWide,
  vaultWithoutPrivateEndpoint,
  // Limits
  callerNotCaching,
  vaultThrottled,
  // Monitoring
  vaultWithoutAuditLog,
  auditLogSilent,
  vaultWithoutEventSubscription,
  // Recovery
  vaultWithoutPurgeProtection,
  unprotectedVaultWithoutBackup,
  vaultWithShortRetention,
  // Use
  expiredSecretStillRead,
  oldVersionStillRead,
  unusedSecret,
]

/** Ids that had findings once. They are in people's links and exports, so none is ever given to another rule. */
export const retiredRuleIds: readonly string[] = []
