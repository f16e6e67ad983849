// What can be asked of the timeline of security-relevant operations.
import type { SensitiveKind } from '#lib/domain/sensitive-operations.ts'

/** `done`: it happened; `refused`: the caller was not let; `failed`: not found, throttled, or an error. */
export const operationOutcomes = ['done', 'refused', 'failed'] as const

export type OperationOutcome = (typeof operationOutcomes)[number]

/** Why a line deserves a look; the rows carry those that apply. */
export const lookReasons = ['purge', 'person', 'first-time'] as const

/**
 * `purge`: it takes something away for good; `person`: a person, not a programme, made or restored a backup; `first-time`:
 * as far as is remembered this caller never did the like before.
 */
export type LookReason = (typeof lookReasons)[number]

/** Every field narrows; an empty one narrows nothing. */
export type OperationFilter = {
  kinds: readonly SensitiveKind[]
  outcomes: readonly OperationOutcome[]
  /** Part of the caller's name, or its identity. */
  caller: string | null
  /** The name of a vault. */
  vault: string | null
  /** Part of the name of a vault, or of an object. */
  text: string | null
  /** Only what deserves a look. */
  look: boolean
}

export const everyOperation: OperationFilter = {
  kinds: [],
  outcomes: [],
  caller: null,
  vault: null,
  text: null,
  look: false,
}

/** `days` (UTC, the day of `at` included) is how far back the timeline reaches. */
export type OperationQuestion = { at: Date; days: number; filter: OperationFilter }
