/** Where a role was assigned, the widest first. */
export const assignmentLevels = [
  'root',
  'management-group',
  'subscription',
  'resource-group',
  'vault',
  'object',
] as const

export type AssignmentLevel = (typeof assignmentLevels)[number]

/** A role assignment whose role lets its holder read values of secrets, and whose scope contains the vault. */
export type ValueRole = {
  /** ARM id of the assignment, lower case. */
  id: string
  roleName: string
  /** Object id in Entra. */
  principalId: string
  /** User, Group, ServicePrincipal, …, as Azure says it. */
  principalType: string
  /** ARM id of the scope, lower case; '/' is the root of the tenant. */
  scope: string
  level: AssignmentLevel
  /** The assignment carries a condition, which may let it reach only some secrets. */
  conditional: boolean
}

/** An Event Grid system topic of a vault: where its near-expiry events go from. */
export type EventTopic = { id: string; name: string }
