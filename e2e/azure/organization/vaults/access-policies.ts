// The older of the two ways in: the list of access policies on a vault, some of them far too generous.
import { applicationIdentity, pipelineOf } from '../company/identities.ts'
import { groupIdOf } from '../company/people.ts'
import { fraction, seedOf } from '../seeded-random.ts'
import type { Blueprint } from './blueprints.ts'

type Permissions = { keys: string[]; secrets: string[]; certificates: string[]; storage?: string[] }

/** `kemptObjectId` is null where nobody let Kempt in. */
export function accessPolicies(
  seed: string,
  tenantId: string,
  blueprint: Blueprint,
  kemptObjectId: string | null,
): unknown[] {
  const { application, environment, resourceGroupId, slot } = blueprint
  const draw = seedOf(seed, 'policies', slot)
  const entry = (objectId: string, permissions: Permissions) => ({ tenantId, objectId, permissions })
  const reader = applicationIdentity(seed, application.word, environment, resourceGroupId).caller.objectId
  const everything = ['all']

  const policies = [
    // Portal and scripts spell permissions differently.
    entry(reader, { keys: [], secrets: fraction(draw, 1) < 0.4 ? ['Get', 'List'] : ['get', 'list'], certificates: [] }),
    entry(pipelineOf(seed, application.word).caller.objectId, {
      keys: [],
      secrets: fraction(draw, 2) < 0.3 ? everything : ['get', 'list', 'set'],
      certificates: ['get', 'import'],
    }),
    entry(groupIdOf(seed, application.team.name), {
      keys: ['get', 'list', 'create', 'update', 'delete', 'recover'],
      secrets: ['get', 'list', 'set', 'delete', 'recover', ...(fraction(draw, 3) < 0.35 ? ['purge'] : [])],
      certificates: ['get', 'list', 'create', 'import', 'delete'],
    }),
  ]
  if (kemptObjectId) {
    policies.push(
      entry(kemptObjectId, {
        keys: ['list', 'getrotationpolicy'],
        secrets: ['list'],
        certificates: ['get', 'list'],
      }),
    )
  }
  return policies
}
