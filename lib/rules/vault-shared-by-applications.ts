import { applicationOf } from '#lib/domain/application.ts'
import { newVaultCommand } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { objectsOfVault } from './objects-of-vault.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

export default defineRule({
  id: 'vault-shared-by-applications',
  title: 'Every application has a vault of its own',
  failing: 'Vault is shared by applications',
  area: 'Storing',
  subject: 'vault',
  severity: 'medium',
  why: 'Access is granted to a vault, so whoever breaks into one application reads the secrets of all that share its vault. The limits of a vault are shared too: one busy application throttles the others.',
  fix: {
    portal: 'Create a resource > Key Vault, one for each further application; move its secrets there',
    cli: (names) =>
      [
        `# A vault beside ${names.vault} for each further application; its secrets move there.`,
        newVaultCommand(names),
      ].join('\n'),
    bicep: 'Microsoft.KeyVault/vaults: one in the module of each application',
    note: 'Have the credentials made anew for the new vault rather than copied: the old values were readable by the others.',
  },
  needs: [],
  consults: ['secrets', 'keys', 'certificates'],
  thresholds: [],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'A vault is a security boundary: use one per application, per region, per environment.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check(evidence) {
    const { seen, gap } = objectsOfVault(evidence)
    // The vault's own tag is one voice among its objects': a vault of orders that holds a secret of billing is shared.
    const named = [evidence.vault, ...seen].map(({ tags }) => applicationOf([tags])).filter((name) => name !== null)
    const applications = [...new Set(named)].sort()
    // Two are too many, whatever was not seen.
    if (applications.length > 1)
      return fail(`The applications ${shortList(applications)} are named in it.`, { applications })
    if (gap) return gap
    const [only] = applications
    if (!only) return notApplicable('Neither it nor anything in it is tagged with an application.')
    return pass(`Of the applications only ${only} is named in it.`, { applications })
  },
})
