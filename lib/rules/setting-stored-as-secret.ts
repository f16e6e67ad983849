import { certificateDecides } from './certificate-decides.ts'
import { secretWords, shellWord } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'
import { settingSign } from './setting-words.ts'

export default defineRule({
  id: 'setting-stored-as-secret',
  title: 'Only secrets are stored as secrets',
  failing: 'Setting is stored as a secret',
  area: 'Storing',
  subject: 'secret',
  severity: 'low',
  why: 'A vault full of addresses and switches hides the few things in it that matter. They cost calls against the limits of the vault, and everybody who needs an address is given the right to read secrets.',
  fix: {
    portal:
      'App Configuration store > Operations > Configuration explorer > Create; then Key vault > Objects > Secrets > the secret > Delete',
    cli: (names) =>
      [
        '# Its readers are to take it from App Configuration.',
        `az appconfig kv set --name '<App Configuration store>' --key ${shellWord(names.object ?? '<setting>')} --value '<value>'`,
        '# When nobody reads the secret any more:',
        `# az keyvault secret delete ${secretWords(names)}`,
      ].join('\n'),
    bicep: "Microsoft.AppConfiguration/configurationStores/keyValues, properties.value: '<value>'",
    note: 'Guessed from the name and the content type alone: Kempt does not read values. If it is a secret after all, a content type that says so settles it.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'IP addresses, service names and other settings belong in Azure App Configuration, not in a vault.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check({ secret }) {
    if (!secret.enabled) return notApplicable('The secret is disabled.')
    const aside = certificateDecides(secret)
    if (aside) return aside
    const sign = settingSign(secret)
    if (!sign) return pass('Neither its name nor its content type is that of a setting.')
    const { where, words, names } = sign
    const facts = { foundIn: where, words }
    return where === 'name'
      ? fail(`Its name ends in "${words}", which is ${names}.`, facts)
      : fail(`Its content type "${words}" is that of ${names}.`, facts)
  },
})
