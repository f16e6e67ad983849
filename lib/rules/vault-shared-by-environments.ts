import { environmentOf } from '#lib/domain/environment.ts'
import { newVaultCommand } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { objectsOfVault } from './objects-of-vault.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

export default defineRule({
  id: 'vault-shared-by-environments',
  title: 'Production shares its vaults with nothing else',
  failing: 'Vault mixes production with others',
  area: 'Storing',
  subject: 'vault',
  severity: 'high',
  why: 'Whoever may read the vault for a test reads production too, and tests are where access is given freely. A script that was meant for test rotates or deletes what production runs on.',
  fix: {
    portal: 'Create a resource > Key Vault for the other environment; move its secrets there',
    cli: (names) =>
      [
        `# A vault beside ${names.vault} for the other environment; its secrets move there.`,
        newVaultCommand(names),
      ].join('\n'),
    bicep: 'Microsoft.KeyVault/vaults: one per environment, with its name as a parameter of the deployment',
    note: 'Afterwards take the right to read the vault of production from whoever had it for the tests, and rotate what they could read.',
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
    const { vault } = evidence
    const { seen, gap } = objectsOfVault(evidence)
    const tagged = [
      environmentOf([vault.tags, vault.resourceGroupTags, vault.subscriptionTags]),
      ...seen.map(({ tags }) => environmentOf([tags])),
    ].filter((environment) => environment !== null)
    const environments = [...new Set(tagged)].sort()
    const others = environments.filter((environment) => environment !== 'production')
    // One other is too many, whatever was not seen.
    if (others.length > 0 && others.length < environments.length) {
      return fail(`Production shares it with ${shortList(others)}.`, { environments })
    }
    if (gap) return gap
    if (environments.length === 0) return notApplicable('Neither it nor anything in it is tagged with an environment.')
    return others.length === 0
      ? pass('Of the environments only production is named.', { environments })
      : pass(`Production is not named, only ${shortList(environments)}.`, { environments })
  },
})
