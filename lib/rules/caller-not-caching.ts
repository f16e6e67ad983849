import { addDays, dayCount } from '#lib/format/date.ts'
import { callerNames, callersText } from './caller-words.ts'
import { certificateDecides } from './certificate-decides.ts'
import { shellWord } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { decideByLog } from './log-window.ts'
import { readersOf } from './readers-of.ts'
import { defineRule } from './rule.ts'

// By caller and address: ten instances that read it once each do as they should.
export default defineRule({
  id: 'caller-not-caching',
  title: 'Callers keep a secret in memory',
  failing: 'Caller does not cache the secret',
  area: 'Limits',
  subject: 'secret',
  severity: 'medium',
  why: 'Whoever asks the vault for every request is as slow as the vault and down when the vault is. Such reads use up the limits all callers of the vault share, and bury the few in the log that somebody should look at.',
  fix: {
    portal: 'App Service > Settings > Environment variables > a Key Vault reference instead of reads in the code',
    cli: (names) => {
      const reference = `VaultName=${names.vault};SecretName=${names.object ?? '<secret>'}`
      return [
        '# In code: read it once, keep it in memory for eight hours, and read it anew when a call with it is refused.',
        '# On App Service and Functions the platform does so for a reference:',
        [
          "az webapp config appsettings set --name '<app>' --resource-group '<resource group of the app>'",
          `--settings ${shellWord(`<SETTING>=@Microsoft.KeyVault(${reference})`)}`,
        ].join(' \\\n  '),
      ].join('\n')
    },
    bicep: "Microsoft.Web/sites/config 'appsettings', <SETTING>: '@Microsoft.KeyVault(VaultName=…;SecretName=…)'",
    note: 'The Azure SDKs keep no secrets for you: what they are asked for they fetch. The configuration providers do, for App Configuration references (SetSecretRefreshInterval) as for Key Vault itself (ReloadInterval): eight hours or more.',
  },
  needs: [],
  consults: ['accessLog'],
  thresholds: ['readsPerCacheWindow', 'recentCallsDays'],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'Cache secrets in the application for eight hours or longer.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check({ secret, accessLog }, { thresholds: { readsPerCacheWindow, recentCallsDays }, now }) {
    if (!secret.enabled) return notApplicable('The secret is disabled: nobody can read it.')
    const aside = certificateDecides(secret)
    if (aside) return aside
    const startAt = addDays(now, -recentCallsDays)
    const span = `in the last ${dayCount(recentCallsDays)}`
    const often = `more than ${times(readsPerCacheWindow)} within eight hours from one address`
    return decideByLog(accessLog, { startAt, span, what: 'repeated reads', ofObject: true }, now, {
      shown: (log) => {
        const careless = readersOf(log, secret).filter(({ windows }) =>
          windows.some(({ startsAt, reads }) => startsAt >= startAt && reads > readsPerCacheWindow),
        )
        if (careless.length === 0) return null
        // Who, and not how often: that is another number every day.
        const callers = callerNames(careless.map(({ caller }) => caller))
        return fail(`Read ${often} ${span}, by ${callersText(callers)}.`, { callers, readsPerCacheWindow })
      },
      nothing: () => pass(`Nobody read it ${often} ${span}.`),
    })
  },
})

const times = (number: number) => (number === 1 ? 'once' : number === 2 ? 'twice' : `${number} times`)
