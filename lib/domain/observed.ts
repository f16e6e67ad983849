/** The parts of a vault that are read separately and can each fail on their own. */
export const parts = [
  'settings',
  'secrets',
  'keys',
  'certificates',
  'deleted',
  'versions',
  'renewals',
  'key-material',
  'diagnostics',
  'roles',
  'events',
  'access-log',
] as const

export type Part = (typeof parts)[number]

/** The lists of objects. A vault of which none was read was not read at all. */
export const listParts = ['secrets', 'keys', 'certificates'] as const satisfies readonly Part[]

/** Parts without which a vault was not wholly read. The others have lines of their own in the ledger. */
export const essentialParts = ['settings', ...listParts, 'diagnostics'] as const satisfies readonly Part[]

/** Why a part could not be read, or not wholly. `code` is stable and explained on screen; `detail` is for people. */
export type UnreadReason = { code: UnreadCode; detail: string }

export const unreadCodes = [
  'forbidden-by-rbac',
  'forbidden-by-access-policy',
  'forbidden-by-firewall',
  'forbidden-by-connection',
  'forbidden',
  'not-found',
  'name-not-resolved',
  'throttled',
  'timed-out',
  'malformed-answer',
  'server-error',
  'connection-failed',
  'sign-in-failed',
  'not-logged',
  'log-silent',
  'workspace-unreadable',
  'subscription-unseen',
  'not-asked',
] as const

export type UnreadCode = (typeof unreadCodes)[number]

/**
 * What was read of one part, or why not. `partly` says what is missing: `items` (the list broke off, some objects were
 * not seen) or `fields` (every object was seen, through a source that tells less about each).
 */
export type Observed<T> =
  | { status: 'read'; value: T }
  | { status: 'partly'; value: T; missing: 'items' | 'fields'; reason: UnreadReason }
  | { status: 'not'; reason: UnreadReason }

export const read = <T>(value: T): Observed<T> => ({ status: 'read', value })

export const partlyRead = <T>(value: T, missing: 'items' | 'fields', reason: UnreadReason): Observed<T> => ({
  status: 'partly',
  value,
  missing,
  reason,
})

export const notRead = (code: UnreadCode, detail: string): Observed<never> => ({
  status: 'not',
  reason: { code, detail },
})
