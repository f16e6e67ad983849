import { addDays, isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { clocksDisagree } from './clocks-disagree.ts'
import { objectWords, shellWord } from './command-words.ts'
import { fail, notApplicable, pass, unknown } from './decision.ts'
import { defineRule } from './rule.ts'

// Azure does not say when an object was disabled. Disabling is an edit, so it cannot be later than the last one: the age
// of the last edit is the least time it has been disabled for.
export default defineRule({
  id: 'disabled-object-kept',
  title: 'What was disabled is deleted in the end',
  failing: 'Disabled object was never deleted',
  area: 'Rotation',
  subject: 'object',
  severity: 'low',
  why: 'A disabled credential is one click from working again, and usually still valid at the system it opens. Deleting it proves that nobody needs it, and soft delete gives it back if somebody does.',
  fix: {
    portal: 'Key vault > Objects > Secrets, Keys or Certificates > the object > Delete',
    cli: (names) =>
      [
        '# It can be recovered until the retention of the vault has passed.',
        `az keyvault ${names.kind ?? shellWord('<secret, key or certificate>')} delete ${objectWords(names)}`,
      ].join('\n'),
    bicep: null,
    note: 'Revoke the credential at the system it opens as well. Keep a key as long as anything encrypted with it is to be read again.',
  },
  needs: [],
  consults: [],
  thresholds: ['disabledDays'],
  source: {
    page: 'About Azure Key Vault secrets',
    sentence:
      'Whether a secret can be read depends on its being enabled; a disabled one is kept, and can be enabled again.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/about-secrets',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check({ object }, { thresholds, now }) {
    const { kind, enabled, createdAt, updatedAt } = object
    if (enabled) return notApplicable(`The ${kind} is enabled.`)
    const aside = certificateDecides(object)
    if (aside) return aside
    const edited = isoDate(updatedAt)
    if (updatedAt < createdAt) {
      return unknown({
        code: 'malformed-answer',
        detail: `Azure dates the last edit ${edited}, before the current version was made on ${isoDate(createdAt)}.`,
      })
    }
    const ahead = clocksDisagree('the last edit', updatedAt, now)
    if (ahead) return ahead
    const facts = { updatedAt: updatedAt.toISOString(), disabledDays: thresholds.disabledDays }
    const words = `Disabled since ${edited} at the latest: that was its last edit, which is all that is known.`
    return addDays(updatedAt, thresholds.disabledDays) <= now ? fail(words, facts) : pass(words, facts)
  },
})
