import { type Database, sql } from '#lib/db/open-database.ts'
import { type PolicySubject, thresholdsFor } from '#lib/domain/policy.ts'
import type { Scope } from '#lib/domain/scope.ts'
import type { Thresholds } from '#lib/domain/thresholds.ts'
import { getPolicy } from '../get-policy.ts'
import { objectWithinScope } from './object-within-scope.ts'

/** By which thresholds is this object judged, overrides included? Those of the organization where it is not the person's. */
export async function getObjectThresholds(
  db: Database,
  scope: Scope,
  { at, objectId }: { at: Date; objectId: number },
): Promise<Thresholds> {
  const [policy, [subject]] = await Promise.all([
    getPolicy(db, { at }),
    db.$queryRaw<PolicySubject[]>(sql`
      select v.name as "vaultName", coalesce(vs.subscription_id, '') as "subscriptionId",
        coalesce(vs.subscription_name, '') as "subscriptionName", vs.environment,
        coalesce(i.own_owner, i.vault_owner) as owner, coalesce(vs.tags, '{}') as "vaultTags", s.tags as "objectTags"
      from (${objectWithinScope(scope, at)}) i
      join vault v on v.id = i.vault_id
      join object_state s on s.id = i.state_id
      left join vault_state vs on vs.id = i.vault_state_id
      where i.object_id = ${objectId}`),
  ])
  return subject ? thresholdsFor(policy, subject) : policy.thresholds
}
