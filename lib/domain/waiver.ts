/** Why a finding is accepted until a date. */
export const waiverKinds = ['accepted-risk', 'never-expires-by-design', 'false-positive', 'fix-pending'] as const

export type WaiverKind = (typeof waiverKinds)[number]

/** `ended` came to its date, `withdrawn` was ended before; both show that the waiver was there. */
export const waiverStates = ['asked', 'in-force', 'ended', 'declined', 'withdrawn'] as const

export type WaiverState = (typeof waiverStates)[number]

/** A waiver is looked at again after a year at the latest. */
export const longestWaiverDays = 366
