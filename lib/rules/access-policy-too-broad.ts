import type { AccessPolicy } from '#lib/domain/vault.ts'
import { vaultWords } from './command-words.ts'
import { fail, notApplicable, pass, unknown } from './decision.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

export default defineRule({
  id: 'access-policy-too-broad',
  title: 'Access policies grant no more than is needed',
  failing: 'Access policy grants too much',
  area: 'Access',
  subject: 'vault',
  severity: 'high',
  why: 'An application that may change or delete secrets does so for whoever breaks into it. With "purge" or "all" one stolen token is enough to destroy everything in the vault for good.',
  fix: {
    portal: 'Key vault > Access policies > the application > Edit: Get and List on secrets, and Purge for nobody',
    cli: (names) =>
      [
        '# Replaces what the policy grants on secrets; --key-permissions and --certificate-permissions do so for the others.',
        `az keyvault set-policy ${vaultWords(names)} --object-id '<object id>' --secret-permissions get list`,
      ].join('\n'),
    bicep: "properties.accessPolicies: [{ objectId: '<object id>', permissions: { secrets: ['get', 'list'] } }]",
    note: 'A policy does not say whose object id it names: az ad sp, group and user know. Azure RBAC has roles for each of these needs, and takes purging apart.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'Give applications the least privilege: access to read secrets, and nothing more.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['PA-7'] },

  check({ vault: { settings } }) {
    const { accessModel, accessPolicies } = settings
    if (accessModel === 'rbac') return notApplicable('Access is granted through Azure RBAC; policies are ignored.')
    const destroying = accessPolicies.filter((policy) => granted(policy).some(isTooMuchForAnybody))
    const writing = accessPolicies.filter((policy) => policy.secrets.some(isMoreThanReading))
    const applications = writing.filter((policy) => policy.applicationId !== null && !destroying.includes(policy))
    const broad = [...destroying, ...applications]
    if (broad.length > 0) {
      const tooMuch = [
        ...(destroying.length > 0 ? [`purge or everything to ${shortList(distinct(destroying))}`] : []),
        ...(applications.length > 0 ? [`more than reading secrets to ${shortList(distinct(applications))}`] : []),
      ]
      const permissions = broad.map((policy) => `${who(policy)}: ${granted(policy).sort().join(' ')}`).sort()
      return fail(`Grants ${tooMuch.join(', and ')}.`, { permissions })
    }
    // A policy names an application only where it acts for somebody else; else it may be a person, who may need this.
    if (writing.length > 0) {
      return unknown({
        code: 'not-asked',
        detail: `Whether ${shortList(distinct(writing))} may change secrets as a person or as an application was not asked.`,
      })
    }
    return pass('Nobody may do more to secrets than get and list them, and nobody may purge.')
  },
})

const isTooMuchForAnybody = (permission: string) => /:(all|purge)$/.test(permission)

const isMoreThanReading = (permission: string) => permission !== 'get' && permission !== 'list'

/** "secrets:get", "keys:purge": all that a policy grants. */
const granted = ({ secrets, keys, certificates }: AccessPolicy) => [
  ...secrets.map((permission) => `secrets:${permission}`),
  ...keys.map((permission) => `keys:${permission}`),
  ...certificates.map((permission) => `certificates:${permission}`),
]

const who = ({ objectId, applicationId }: AccessPolicy) =>
  applicationId === null ? objectId : `${objectId} through ${applicationId}`

const distinct = (policies: readonly AccessPolicy[]) => [...new Set(policies.map(who))]
