import { catalogue } from '#lib/rules/catalogue.ts'
import type { Rule } from '#lib/rules/rule.ts'

/** The rule as it judges now; undefined for an id that never was one, or is no longer. */
export const ruleById = (id: string): Rule | undefined => catalogue.find((rule) => rule.id === id)
