// What a run among faults remembers otherwise than an undisturbed one, and whether that is only what it could not know.
import { z } from 'zod'

export type Memory = Record<string, string[]>

export type Change = { vault: string; part: string; before: string; status: string; code: string | null }

const observationLine = z.object({
  vault: z.string(),
  part: z.string(),
  status: z.enum(['read', 'partly', 'not']),
  reason_code: z.string().nullable(),
})
const verdictLine = z.looseObject({
  vault: z.string(),
  kind: z.string().nullable(),
  name: z.string().nullable(),
  rule_id: z.string(),
  status: z.string(),
  reason_code: z.string().nullable(),
})
const tallyLine = z.looseObject({
  vault: z.string(),
  rule_id: z.string(),
  owner: z.string().nullable(),
  pass: z.number(),
  fail: z.number(),
})

const linesOf = <T>(memory: Memory, table: string, schema: z.ZodType<T>): T[] =>
  (memory[table] ?? []).map((line) => schema.parse(JSON.parse(line)))

/** Lines of the ledger that differ. */
export function ledgerChanges(calm: Memory, rough: Memory): Change[] {
  const key = ({ vault, part }: { vault: string; part: string }) => `${vault} ${part}`
  const before = new Map(linesOf(calm, 'observation', observationLine).map((line) => [key(line), line]))
  return linesOf(rough, 'observation', observationLine).flatMap((line) => {
    const was = before.get(key(line))
    if (was?.status === line.status && was.reason_code === line.reason_code) return []
    const { vault, part, status, reason_code: code } = line
    return [{ vault, part, before: `${was?.status} ${was?.reason_code}`, status, code }]
  })
}

/** Verdicts that turned into unknown, and why. */
export function turnedUnknown(calm: Memory, rough: Memory): { vault: string; code: string | null }[] {
  const key = ({ vault, kind, name, rule_id }: z.infer<typeof verdictLine>) => [vault, kind, name, rule_id].join(' ')
  const before = new Map(linesOf(calm, 'verdict', verdictLine).map((line) => [key(line), line]))
  return linesOf(rough, 'verdict', verdictLine).flatMap((line) => {
    const was = before.get(key(line))
    if (was?.status === line.status && was.reason_code === line.reason_code) return []
    return [{ vault: line.vault, code: line.status === 'unknown' ? line.reason_code : `now ${line.status}` }]
  })
}

/** Tables of what was seen, to be the same or less, by what tells a line apart. */
const seen: Record<string, readonly string[]> = {
  vault: ['name'],
  vault_state: ['name', 'hash'],
  // What the control plane tells of an object is less, so its hash is another one.
  object_state: ['vault', 'kind', 'name'],
  object_version: ['vault', 'kind', 'name', 'version', 'enabled'],
  object_detail: ['vault', 'kind', 'name'],
  deleted_object: ['vault', 'kind', 'name'],
  deleted_vault: ['name'],
  access_day: ['vault', 'kind', 'name_key', 'day', 'identity', 'operation', 'address', 'calls'],
  vault_access_day: ['vault', 'day', 'identity', 'operation', 'address', 'calls'],
  log_day: ['vault', 'name', 'day', 'calls'],
  caller: ['identity'],
}

/** What a run claims to have seen that the undisturbed one has not, or counts as passing or failing beyond it: nothing. */
export function claims(calm: Memory, rough: Memory): string[] {
  const claimed: string[] = []
  for (const [table, fields] of Object.entries(seen)) {
    const key = (line: string) => fields.map((field) => JSON.stringify(JSON.parse(line)[field])).join(' ')
    const known = new Set((calm[table] ?? []).map(key))
    for (const line of rough[table] ?? []) if (!known.has(key(line))) claimed.push(`${table} ${line}`)
  }
  const key = ({ vault, rule_id, owner }: z.infer<typeof tallyLine>) => [vault, rule_id, owner].join(' ')
  const counted = new Map(linesOf(calm, 'tally', tallyLine).map((line) => [key(line), line]))
  for (const line of linesOf(rough, 'tally', tallyLine)) {
    const was = counted.get(key(line))
    if (line.pass > (was?.pass ?? 0) || line.fail > (was?.fail ?? 0)) claimed.push(`tally ${JSON.stringify(line)}`)
  }
  return claimed
}

const subjectLine = z.looseObject({ vault: z.string().optional(), name: z.string().nullish() })

/** The lines about other vaults than these. */
export function withoutVaults(memory: Memory, vaults: ReadonlySet<string>): Memory {
  const isOther = (line: string) => {
    const { vault, name } = subjectLine.parse(JSON.parse(line))
    return !vaults.has(vault ?? name ?? '')
  }
  return Object.fromEntries(Object.entries(memory).map(([table, lines]) => [table, lines.filter(isOther)]))
}
