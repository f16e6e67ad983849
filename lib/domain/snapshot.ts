export const snapshotStatuses = ['running', 'complete', 'partial', 'failed'] as const

/** `partial`: the run ended, but something could not be read. `failed`: it ended without seeing the estate. */
export type SnapshotStatus = (typeof snapshotStatuses)[number]

export const snapshotTriggers = ['schedule', 'person', 'command'] as const

/** What a killed run saw is still the estate of the same day for this long; after that it is closed and a new one begun. */
export const resumeWithinMs = 6 * 3_600_000

export type SnapshotTrigger = (typeof snapshotTriggers)[number]
