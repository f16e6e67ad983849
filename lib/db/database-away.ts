// Did a statement fail for what it was, or because the database cannot work now?

/**
 * SQLSTATE: connection exceptions, insufficient resources (a full disk), shutdown and crash, trouble of the system below, a standby,
 * a transaction that was silent for too long.
 */
const sqlStates = /^(08|53|58)[0-9A-Z]{3}$|^57P0[0-9]$|^25006$|^25P03$/

/** Prisma: not reachable, no answer, closed, no connection free, a transaction whose connection is gone, too many connections. */
const prismaCodes = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']

const nodeCodes = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']

/** What the driver adapter calls them, and what `pg` says without any code. */
const kinds = ['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']
const words =
  /^Connection terminated|^Client has encountered a connection error|timeout exceeded when trying to connect/

/**
 * Only what a handle of `openDatabase` threw can be it: a connection to somewhere else that was reset is no trouble of ours.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html, https://www.prisma.io/docs/orm/reference/error-reference
 */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error && /^(PrismaClient|DriverAdapterError)/.test(error.name) && tellsOfTrouble(error, 0)

function tellsOfTrouble(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth > 6) return false
  const told: Record<string, unknown> = { ...error }
  const codes = [told.code, told.originalCode, told.errorCode].filter((code) => typeof code === 'string')
  if (codes.some((code) => sqlStates.test(code) || prismaCodes.includes(code) || nodeCodes.includes(code))) return true
  if (typeof told.kind === 'string' && kinds.includes(told.kind)) return true
  if (error instanceof Error && words.test(error.message)) return true
  const causes = [error instanceof Error ? error.cause : told.cause, told.meta, told.driverAdapterError]
  return causes.some((cause) => tellsOfTrouble(cause, depth + 1))
}

/** What the database or the way to it said, in one line: Prisma tells the statement first. */
export function reasonAway(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return said.trim().split('\n').at(-1)?.trim() || 'no reason was given'
}
