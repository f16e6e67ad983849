// Which request goes wrong, and how. The first rule that matches wins; what is drawn by lot is drawn from a seed.
import { tokenBuckets } from './token-buckets.ts'
import type { FaultAnswer } from './fault-answers.ts'

export type FaultAct =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: unknown }
  /** The real answer, late. */
  | { kind: 'delay'; ms: number }
  /** The same, as late as a test in this process likes. */
  | { kind: 'hold'; until: Promise<void> }
  /** The connection breaks before any header. */
  | { kind: 'reset' }
  /** Headers promise the whole body; the connection breaks after part of it (half, unless bytes are given). */
  | { kind: 'truncate'; bytes?: number }
  /** Headers and part of the body, then silence for ever. */
  | { kind: 'stall'; bytes?: number }
  | { kind: 'slow'; bytesPerSecond: number }
  /** 200 as it should be, with JSON that does not parse. */
  | { kind: 'malformed' }
  /** A token bucket per host. Without retryAfterSeconds the 429 carries no Retry-After, as Key Vault's does not. */
  | { kind: 'throttle'; perSecond: number; burst: number; retryAfterSeconds?: number }
  /** A refusal in the words Azure has for it. */
  | { kind: FaultAnswer }

export type FaultRule = {
  id: string
  match: {
    /** `*` stands for anything: `*.vault.azure.net`. Every host when absent. */
    host?: string
    /** `{}` stands for one segment, whatever it is: `/secrets/{}/versions`. */
    path?: string
    /** What is asked beyond the path, as `questionOf` words it. */
    question?: string
    /** A rule for `CONNECT` breaks the tunnel itself; a rule without method never does. */
    method?: string
    /** Lets this many matching requests through first. */
    after?: number
    /** Hits each so-many-th request after those. */
    every?: number
    /** Hits with this probability, from the seed. */
    chance?: number
  }
  /** Hits at most so often. */
  times?: number
  act: FaultAct
}

type Asked = { method: string; host: string; path: string; question?: string }

export type Faults = {
  /** Adds a rule at the end; one of the same id is replaced and starts counting anew. */
  add(rule: FaultRule): void
  remove(id: string): void
  clear(): void
  list(): (FaultRule & { seen: number; hits: number })[]
  /** What shall go wrong with this request, or null. */
  next(request: Asked): FaultAct | null
}

/** `nowMs` is real time, in which throttles refill. */
export function createFaults({ seed = 1, nowMs = Date.now }: { seed?: number; nowMs?: () => number } = {}): Faults {
  type Counted = { rule: FaultRule; seen: number; hits: number }
  let counted: Counted[] = []
  const draw = drawFrom(seed)
  const buckets = tokenBuckets(nowMs)

  function strikes(entry: Counted, host: string): boolean {
    const { match, times, act } = entry.rule
    const turn = ++entry.seen - (match.after ?? 0)
    if (turn < 1) return false
    if (match.every !== undefined && turn % match.every !== 0) return false
    if (times !== undefined && entry.hits >= times) return false
    if (match.chance !== undefined && draw() >= match.chance) return false
    return act.kind !== 'throttle' || !buckets.take(`${entry.rule.id} ${host}`, act.perSecond, act.burst)
  }

  return {
    add(rule) {
      buckets.forget(rule.id)
      counted = [...counted.filter((entry) => entry.rule.id !== rule.id), { rule, seen: 0, hits: 0 }]
    },
    remove(id) {
      counted = counted.filter((entry) => entry.rule.id !== id)
    },
    clear() {
      counted = []
    },
    list: () => counted.map(({ rule, seen, hits }) => ({ ...rule, seen, hits })),
    next(request) {
      for (const entry of counted) {
        if (!matches(entry.rule.match, request) || !strikes(entry, request.host)) continue
        entry.hits++
        return entry.rule.act
      }
      return null
    },
  }
}

function matches(match: FaultRule['match'], request: Asked): boolean {
  const isTunnel = request.method === 'CONNECT'
  if (match.method === undefined ? isTunnel : match.method.toUpperCase() !== request.method) return false
  if (!like(match.host, request.host)) return false
  return isTunnel || (like(match.path, request.path) && like(match.question, request.question ?? ''))
}

/** Case does not count, as in host names and in ARM paths. */
function like(pattern: string | undefined, text: string): boolean {
  if (pattern === undefined) return true
  const expression = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('\\{\\}', '[^/]+')
  return new RegExp(`^${expression}$`, 'is').test(text)
}

/** Mulberry32: small, and the same everywhere. */
function drawFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
