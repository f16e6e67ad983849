// What keeps two runs apart, whichever process or machine they are on.
import { isSessionLockHeld, type SessionLock, takeSessionLock } from '#lib/db/session-lock.ts'

const lockKey = 0x6b656d70

/** Null when another run holds it. */
export const takeRunLock = (databaseUrl: string): Promise<SessionLock | null> => takeSessionLock(databaseUrl, lockKey)

/** Whether a run lives, anywhere. It is looked for and not tried, so that a run that begins meanwhile is not turned away. */
export const isRunAlive = (databaseUrl: string): Promise<boolean> => isSessionLockHeld(databaseUrl, lockKey)
