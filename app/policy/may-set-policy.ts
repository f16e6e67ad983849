import type { Person } from '#lib/domain/scope.ts'

/** Everybody is judged by the policy, so only leads set it. */
export const maySetPolicy = (person: Person) => person.roles.includes('Kempt.Lead')
