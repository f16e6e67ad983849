export const snapshotStatuses = ['running', 'complete', 'partial', 'failed'] as const

/** `partial`: the run ended, but something could not be read. `failed`: it ended without seeing the estate. */
export type SnapshotStatus = (typeof snapshotStatuses)[number]

export const snapshotTriggers = ['schedule', 'person', 'command'] as const

export type SnapshotTrigger = (typeof snapshotTriggers)[number]
