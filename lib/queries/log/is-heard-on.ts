import type { LogRow } from './log-row.ts'

/** What of an access log says on which days it is known. */
export type HeardLog = Pick<LogRow, 'sinceOn' | 'readUntilAt' | 'gaps'>

/**
 * Whether the log of a vault is known on a day (UTC, 2026-11-23), within the days its row was asked about: only then does
 * the absence of a call mean that there was none.
 */
export function isHeardOn({ sinceOn, readUntilAt, gaps }: HeardLog, day: string): boolean {
  if (sinceOn === null || readUntilAt === null) return false
  const until = readUntilAt.toISOString().slice(0, 10)
  return day >= sinceOn && day <= until && !gaps.some(({ from, to }) => day >= from && day <= to)
}
