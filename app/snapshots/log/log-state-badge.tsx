// How far an access log is known, as a word and a shape.
import { StatusBadge, type Status } from '#components/ui/status-badge.tsx'
import type { LogState } from '#lib/queries/log/vault-logs.ts'
import { logStateWords } from './log-words.ts'

const statuses: Record<LogState, Status> = {
  covered: 'read',
  gaps: 'partly',
  stale: 'partly',
  silent: 'not',
  unread: 'not',
  'not-logged': 'not',
}

export function LogStateBadge({ state }: { state: LogState }) {
  return <StatusBadge status={statuses[state]} word={logStateWords[state]} />
}
