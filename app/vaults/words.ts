// Settings and coverage of a vault as a person reads them.
import type { Part, UnreadCode } from '#lib/domain/observed.ts'
import type { Logging, Network } from '#lib/queries/vaults/vault-filter.ts'
import type { VaultCoverage } from '#lib/queries/vault-coverage.ts'

export const networkWords: Record<Network, string> = {
  open: 'Open',
  firewall: 'Firewall',
  perimeter: 'Perimeter',
  private: 'Private',
}

export const accessWords = { rbac: 'RBAC', 'access-policy': 'Policies' } as const

export const loggingWords: Record<Logging, string> = { on: 'On', off: 'Off', unknown: 'Unknown' }

export const coverageWords: Record<VaultCoverage, string> = {
  not: 'Not read',
  partly: 'Partly read',
  log: 'Details missing',
  read: 'Read',
}

/** Why a part was not read, in as few words as say it. */
export const shortReasons: Record<UnreadCode, string> = {
  'forbidden-by-rbac': 'no role',
  'forbidden-by-access-policy': 'no access policy',
  'forbidden-by-firewall': 'firewall',
  'forbidden-by-connection': 'private connections only',
  forbidden: 'refused',
  'not-found': 'not found',
  'name-not-resolved': 'name does not resolve',
  throttled: 'throttled',
  'timed-out': 'timed out',
  'malformed-answer': 'answer made no sense',
  'server-error': 'Azure failed',
  'connection-failed': 'no connection',
  'sign-in-failed': 'sign-in failed',
  'not-logged': 'no access log',
  'log-silent': 'access log never arrived',
  'workspace-unreadable': 'log workspace not readable',
  'subscription-unseen': 'subscription not seen',
  'not-asked': 'not asked',
}

export const ownerSourceWords = {
  object: 'by its own tag',
  vault: 'by its own tag',
  'resource-group': 'by the tag of its resource group',
  subscription: 'by the tag of its subscription',
} as const

export const partWords: Record<Part, string> = {
  settings: 'Settings',
  secrets: 'Secrets',
  keys: 'Keys',
  certificates: 'Certificates',
  deleted: 'Deleted objects',
  versions: 'Versions',
  renewals: 'Rotation and renewal policies',
  'key-material': 'Key types and sizes',
  diagnostics: 'Diagnostic settings',
  roles: 'Role assignments',
  events: 'Event topics',
  'access-log': 'Access log',
}
