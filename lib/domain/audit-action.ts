/** The words of the audit log: what somebody did, was refused, or what ran. They are stored, so none ever changes its meaning. */
export const auditActions = [
  'signed-in',
  'signed-out',
  'refused',
  'snapshot-requested',
  'snapshot-ended',
  'exported',
  'policy-changed',
  'waiver-asked',
  'waiver-approved',
  'waiver-declined',
  'waiver-withdrawn',
  'feed-made',
  'feed-revoked',
] as const

export type AuditAction = (typeof auditActions)[number]

/** Why something was refused. Stored as well. */
export const refusalReasons = [
  'no-role',
  'not-theirs',
  'not-allowed',
  'too-often',
  'too-large',
  'other-site',
  'not-signed-in',
  'no-such-feed',
  'sign-in-refused',
  'sign-in-mismatch',
  'sign-in-failed',
] as const

export type RefusalReason = (typeof refusalReasons)[number]
