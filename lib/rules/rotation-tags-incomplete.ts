import { tagValue } from '#lib/domain/tags.ts'
import { certificateDecides } from './certificate-decides.ts'
import { secretWords } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

/** Whether a tag of Microsoft's rotation functions can be read by them. */
const readable: Record<string, (value: string) => boolean> = {
  CredentialId: () => true,
  ProviderAddress: (value) =>
    /^\/subscriptions\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\/resourceGroups\/[^/]+\/providers\/[^/]+(\/[^/]+\/[^/]+)+$/i.test(
      value,
    ),
  // Five digits are centuries; more would be no date any more.
  ValidityPeriodDays: (value) => /^\d{1,5}$/.test(value) && Number(value) > 0,
}

export default defineRule({
  id: 'rotation-tags-incomplete',
  title: 'Rotation tags are complete and can be read',
  failing: 'Rotation tags are incomplete',
  area: 'Storing',
  subject: 'secret',
  severity: 'low',
  why: 'A rotation function learns from three tags which credential to renew, where, and for how long. With one of them missing it fails on the day the secret comes near its expiry, and nobody is watching.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > current version > Tags',
    cli: (names) =>
      [
        '# Say first all the tags that it shall have, for it loses the others:',
        "# tags='CredentialId=key1 ProviderAddress=<resource id> ValidityPeriodDays=60 owner=<mail of the owner>'",
        // Pasted without that the shell stops here, before any tag is lost.
        `az keyvault secret set-attributes ${secretWords(names)} --tags \${tags:?all the tags that it shall have}`,
      ].join('\n'),
    bicep: "tags: { CredentialId: 'key1', ProviderAddress: '<resource id>', ValidityPeriodDays: '60' }",
    note: 'If no function rotates this secret, remove the tags instead.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Automate the rotation of a secret for resources that have two sets of authentication credentials',
    sentence:
      'The tags CredentialId, ProviderAddress and ValidityPeriodDays tell the function which key to regenerate, of which resource, and until when it is valid.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/tutorial-rotation-dual',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['DP-6'] },

  check({ secret }) {
    if (!secret.enabled) return notApplicable('The secret is disabled.')
    const aside = certificateDecides(secret)
    if (aside) return aside
    const names = Object.keys(readable)
    const missing = names.filter((name) => tagValue(secret.tags, [name]) === null)
    if (missing.length === names.length) return notApplicable('Has no rotation tags.')
    const unreadable = Object.entries(readable).flatMap(([name, canRead]) => {
      const value = tagValue(secret.tags, [name])
      return value === null || canRead(value) ? [] : [name]
    })
    if (missing.length + unreadable.length === 0) return pass('Has all three rotation tags.')
    const wrong = [
      ...missing.map((name) => `${name} is missing`),
      ...unreadable.map((name) => `${name} is no ${name === 'ProviderAddress' ? 'resource id' : 'number of days'}`),
    ]
    return fail(`Of its rotation tags ${wrong.join(' and ')}.`, { missing, unreadable })
  },
})
