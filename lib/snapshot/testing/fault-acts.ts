// What can go wrong with one request, each as its own act, and what the ledger has to say when it goes wrong for good.
import type { FaultAct } from '#e2e/azure/faults/faults.ts'
import type { Operation } from './azure-operations.ts'
import type { UnreadCode } from '#lib/domain/observed.ts'

export type Act = {
  name: string
  act: FaultAct
  /** Why the call failed in the end; null for what is only late. */
  code: UnreadCode | null
  /** Gone by itself: the next try is answered. The others are Azure's last word. */
  passes: boolean
  /** The services that can answer so; all of them when absent. */
  of?: readonly string[]
}

const status = (code: UnreadCode, status: number, headers?: Record<string, string>): Act => ({
  name: [status, ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`)].join(', '),
  act: { kind: 'status', status, ...(headers ? { headers } : {}) },
  code,
  passes: true,
})

/** Where Azure says how long to wait it asks for next to nothing, so that waiting as asked costs no time. */
const passing: Act[] = [
  status('throttled', 429),
  status('throttled', 429, { 'retry-after': '0' }),
  status('throttled', 429, { 'retry-after-ms': '1' }),
  status('throttled', 429, { 'x-ms-retry-after-ms': '1' }),
  status('timed-out', 408),
  status('server-error', 500),
  status('server-error', 502, { 'content-type': 'text/html' }),
  status('server-error', 503),
  status('server-error', 503, { 'retry-after': '0' }),
  status('timed-out', 504),
  { name: 'delay', act: { kind: 'delay', ms: 15 }, code: null, passes: true },
  { name: 'slow', act: { kind: 'slow', bytesPerSecond: 2_000_000 }, code: null, passes: true },
  { name: 'reset', act: { kind: 'reset' }, code: 'connection-failed', passes: true },
  { name: 'truncate', act: { kind: 'truncate' }, code: 'malformed-answer', passes: true },
  { name: 'malformed', act: { kind: 'malformed' }, code: 'malformed-answer', passes: true },
  // Buckets that hold nothing and never fill. The control plane always says when its quota is full again: in five seconds.
  {
    name: 'throttle',
    act: { kind: 'throttle', perSecond: 1e-6, burst: 0 },
    code: 'throttled',
    passes: true,
    of: ['key-vault', 'log-analytics', 'managed-identity'],
  },
  {
    name: 'throttle with Retry-After',
    act: { kind: 'throttle', perSecond: 1e-6, burst: 0, retryAfterSeconds: 0 },
    code: 'throttled',
    passes: true,
  },
]

const lasting: Act[] = [
  { ...status('server-error', 501), passes: false },
  { name: 'firewall', act: { kind: 'firewall' }, code: 'forbidden-by-firewall', passes: false },
  { name: 'private only', act: { kind: 'private-only' }, code: 'forbidden-by-connection', passes: false },
  { name: 'rbac', act: { kind: 'rbac' }, code: 'forbidden-by-rbac', passes: false },
  { name: 'policy', act: { kind: 'policy' }, code: 'forbidden-by-access-policy', passes: false },
  { name: 'expired token', act: { kind: 'expired-token' }, code: 'sign-in-failed', passes: false },
  { name: 'gone', act: { kind: 'gone' }, code: 'not-found', passes: false },
]

/** Not the last word either: less is asked for then, which may all come. */
const ofLogs: Act[] = (['partial', 'too-large'] as const).map((kind) => ({
  name: kind,
  act: { kind },
  code: 'server-error',
  passes: false,
  of: ['log-analytics'],
}))

/** The one act that costs a whole deadline each time: a run of its own with a short one. */
export const stall: Act = { name: 'stall', act: { kind: 'stall' }, code: 'timed-out', passes: true }

/** All but `stall`. */
export const acts: Act[] = [...passing, ...lasting, ...ofLogs]

export const suits = ({ of }: Act, { service }: Pick<Operation, 'service'>) => of?.includes(service) ?? true
