import type { AssignmentLevel, ValueRole } from '#lib/domain/role-assignment.ts'
import { vaultIdWord } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

// An assignment with a condition counts: what the condition leaves of it depends on names of secrets that nobody controls
// from where it was assigned, and the next one may be within.
export default defineRule({
  id: 'value-role-above-vault',
  title: 'Roles that read values are assigned on the vault',
  failing: 'Values can be read from above the vault',
  area: 'Access',
  subject: 'vault',
  severity: 'medium',
  why: 'A role given on a resource group, a subscription or above opens every vault below, those that come later too. Whoever looks at the vault sees its own readers and does not count them. An assignment with a condition counts as well: it may reach only some secrets, but every vault.',
  fix: {
    portal:
      'Key vault > Access control (IAM) > Role assignments > Scope: the one above > Remove; before that, Add role assignment on the vault',
    // Joined by &&: nothing is taken away from above before it is there on the vault.
    cli: (names) =>
      [
        '# Who, which role and where: the finding names them.',
        `az role assignment create --assignee '<object id>' --role '<role>' --scope ${vaultIdWord(names)} \\`,
        "  && az role assignment delete --assignee '<object id>' --role '<role>' --scope '<scope above>'",
      ].join('\n'),
    bicep: 'Microsoft.Authorization/roleAssignments: scope: vault',
    note: 'Somebody who reads several vaults needs the role on each of them before it is taken away above. For administrators make it eligible through Privileged Identity Management rather than permanent.',
  },
  needs: [],
  consults: ['valueRoles'],
  thresholds: [],
  source: {
    page: 'Provide access to Key Vault keys, certificates, and secrets with Azure role-based access control',
    sentence: 'Use a vault per application and environment, and assign roles at the scope of the vault.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['PA-7'] },

  check({ vault: { settings }, valueRoles }) {
    if (settings.accessModel === 'access-policy') {
      return notApplicable('Access is granted through access policies: such roles read nothing here.')
    }
    return decideSeen('valueRoles', valueRoles, (roles) => {
      const above = roles.flatMap((role) => {
        const where = levelWords[role.level]
        return where ? [{ role, where }] : []
      })
      if (above.length > 0) {
        const named = above.map(({ role, where }) => `${role.roleName} on ${where} for ${who(role)}${condition(role)}`)
        const assignments = above.map(({ role }) => `${who(role)}: ${role.roleName} on ${role.scope}${condition(role)}`)
        return fail(`Roles that read its values are assigned above it: ${shortList([...new Set(named)])}.`, {
          assignments: [...new Set(assignments)].sort(),
        })
      }
      if (roles.length === 0) return pass('Nobody has a role that reads its values.')
      return pass('Roles that read its values are assigned on the vault itself, or in it.')
    })
  },
})

/** Where a role is above the vault; null where it is not. */
const levelWords: Record<AssignmentLevel, string | null> = {
  root: 'the root of the tenant',
  'management-group': 'a management group',
  subscription: 'the subscription',
  'resource-group': 'the resource group',
  vault: null,
  object: null,
}

const who = ({ principalType, principalId }: ValueRole) => `${principalType} ${principalId}`

const condition = ({ conditional }: ValueRole) => (conditional ? ' (with a condition)' : '')
