/** How bad a failing rule is. The order is the ranking: worst first. */
export const severities = ['critical', 'high', 'medium', 'low'] as const

export type Severity = (typeof severities)[number]

/** Weight of a rule in posture: a failing critical counts ten times a failing low. */
export const severityWeight: Record<Severity, number> = { critical: 10, high: 5, medium: 2, low: 1 }
