// Identities of everything the run will look at, written before it looks: what is read later needs something to hang on.
import { sql } from '#lib/db/open-database.ts'
import { severityWeight } from '#lib/domain/severity.ts'
import type { Rule } from '#lib/rules/rule.ts'
import type { Remember } from './while-ours.ts'

export type IdentifiedVault = {
  id: number
  name: string
  /** The snapshot that last took it. */
  observedIn: number | null
  goneAt: Date | null
}

/** Makes sure every listed vault has an identity. Returns every vault there is or was, by ARM id. */
export async function rememberListedVaults(
  remember: Remember,
  vaults: readonly { resourceId: string; name: string }[],
  at: Date,
): Promise<Map<string, IdentifiedVault>> {
  const rows = await remember(async (tx) => {
    await tx.$executeRaw(sql`
    insert into vault (resource_id, name, seen_first_at)
    select "resourceId", name, ${at}
    from jsonb_to_recordset(${JSON.stringify(vaults.map(({ resourceId, name }) => ({ resourceId, name })))}::jsonb)
      as row("resourceId" text, name text)
    on conflict (resource_id) do nothing`)
    return tx.vault.findMany({
      select: { id: true, resourceId: true, name: true, observedIn: true, goneAt: true },
    })
  })
  return new Map(rows.map(({ resourceId, ...row }) => [resourceId, row]))
}

/**
 * Keeps the catalogue in the database as it judges now, so that queries can rank and weigh findings. A rule that is new
 * there was added at `at`, the instant of the snapshot that first judges by it: what it finds then was not opened then.
 */
export async function rememberCatalogue(remember: Remember, rules: readonly Rule[], at: Date): Promise<void> {
  const rows = rules.map(({ id, title, failing, area, subject, severity }, position) => ({
    id,
    title,
    failing,
    area,
    subject,
    severity,
    weight: severityWeight[severity],
    position,
  }))
  await remember(async (tx) => {
    await tx.$executeRaw(sql`
      insert into rule (id, title, failing, area, subject, severity, weight, position, added_at)
      select id, title, failing, area, subject, severity::severity, weight, position, ${at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(id text, title text, failing text, area text, subject text, severity text, weight int, position int)
      on conflict (id) do update set
        title = excluded.title, failing = excluded.failing, area = excluded.area, subject = excluded.subject,
        severity = excluded.severity, weight = excluded.weight, position = excluded.position, retired = false
      where (rule.title, rule.failing, rule.area, rule.subject, rule.severity, rule.weight, rule.position, rule.retired)
        is distinct from (excluded.title, excluded.failing, excluded.area, excluded.subject, excluded.severity,
          excluded.weight, excluded.position, false)`)
    await tx.$executeRaw(
      sql`update rule set retired = true where id <> all(${rows.map(({ id }) => id)}::text[]) and not retired`,
    )
  })
}
