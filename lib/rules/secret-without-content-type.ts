import { certificateDecides } from './certificate-decides.ts'
import { secretWords } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

// Unlike the built-in policy, which counts them, disabled secrets are left alone: nobody is to make sense of them.
export default defineRule({
  id: 'secret-without-content-type',
  title: 'Every secret says what it is',
  failing: 'Secret has no content type',
  area: 'Storing',
  subject: 'secret',
  severity: 'low',
  why: 'A password, a connection string and a JSON object with a user in it are rotated in different ways. Who cannot read the value, a colleague or a rotation function, has only the content type to tell them apart. Unlike in Azure Policy, disabled secrets are left alone.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > current version > Content type',
    cli: (names) =>
      [
        '# For example text/plain, connection-string or application/json.',
        `az keyvault secret set-attributes ${secretWords(names)} --content-type '<content type>'`,
      ].join('\n'),
    bicep: "properties.contentType: '<content type>'",
    note: 'Agree on a few words and keep to them. A new version starts without one: give it again.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'Store a compound credential, such as user name and password, as a connection string or a JSON object.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: ['75262d3e-ba4a-4f43-85f8-9f72c090e5e3'], cis: [], mcsb: ['IM-8'] },

  check({ secret }) {
    if (!secret.enabled) return notApplicable('The secret is disabled.')
    const aside = certificateDecides(secret)
    if (aside) return aside
    const contentType = secret.contentType?.trim()
    return contentType ? pass(`Its content type is ${contentType}.`, { contentType }) : fail('Has no content type.')
  },
})
