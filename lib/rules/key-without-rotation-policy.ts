import { observedOf } from '#lib/domain/evidence.ts'
import { certificateDecides } from './certificate-decides.ts'
import { keyWords } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

// A key nobody gave a policy answers with one that only notifies, so the action decides, not that there is a policy.
// Unlike the built-in policy, which wants it within a number of days, any rotation will do: how often is a key's own matter.
export default defineRule({
  id: 'key-without-rotation-policy',
  title: 'Keys rotate by themselves',
  failing: 'Key does not rotate by itself',
  area: 'Rotation',
  subject: 'key',
  severity: 'medium',
  why: 'Nobody has to touch a value to rotate a key, so Key Vault can do it on time and alone. Where it has to be done by hand, it is done after the first incident. Unlike in Azure Policy, any rotation will do, however many days it takes, and the key behind a certificate is judged as the certificate.',
  fix: {
    portal: 'Key vault > Objects > Keys > the key > Rotation policy > Enable auto rotation',
    cli: (names) =>
      [
        `az keyvault key rotation-policy update ${keyWords(names)}`,
        `--value '{"lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Rotate"}}],"attributes":{"expiryTime":"P1Y"}}'`,
      ].join(' \\\n  '),
    bicep:
      "properties.rotationPolicy: { attributes: { expiryTime: 'P1Y' }, lifetimeActions: [{ action: { type: 'rotate' }, trigger: { timeBeforeExpiry: 'P30D' } }] }",
    note: 'Who names a version must be told the new one; services that encrypt with the key of a customer mostly follow by themselves. Older versions stay, to read what they encrypted.',
  },
  needs: [],
  consults: ['renewals'],
  thresholds: [],
  source: {
    page: 'Configure cryptographic key auto-rotation in Azure Key Vault',
    sentence:
      'A rotation policy makes a new version of a key by itself; rotate encryption keys at least every two years.',
    url: 'https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation',
  },
  controls: {
    azurePolicy: ['d8cf8476-a2ec-4916-896e-992351803c44'],
    cis: ['v2.1 8.8', 'v3.0 3.3.8', 'v4.0 9.3.9', 'v5.0 8.3.9', 'v6.0 8.3.9'],
    mcsb: ['DP-6'],
  },

  check({ key, renewals }) {
    if (!key.enabled) return notApplicable('The key is disabled.')
    const aside = certificateDecides(key)
    if (aside) return aside
    return decideSeen('renewals', observedOf(renewals, key), ({ automatic, trigger }) => {
      const facts = { automatic, trigger }
      if (!automatic) return fail('Its rotation policy does not rotate it.', facts)
      return pass(trigger ? `Rotates by itself, ${trigger}.` : 'Rotates by itself.', facts)
    })
  },
})
