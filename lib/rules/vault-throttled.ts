import { addDays, dayCount } from '#lib/format/date.ts'
import { callerNames, callersText } from './caller-words.ts'
import { vaultIdWord } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { decideByLog } from './log-window.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'vault-throttled',
  title: 'Nobody drives a vault to its limits',
  failing: 'Calls to the vault are throttled',
  area: 'Limits',
  subject: 'vault',
  severity: 'medium',
  why: 'A vault has one limit for all its callers. Who reaches it takes the vault away from everybody else, and a programme that starts just then starts without its secrets.',
  fix: {
    portal: 'Key vault > Monitoring > Metrics > Total Service Api Results, split by Status Code: 429 shows when',
    cli: (names) =>
      [
        '# When it was, hour by hour; then let the callers cache what they read and wait longer after each refusal.',
        [
          `az monitor metrics list --resource ${vaultIdWord(names)}`,
          '--metrics ServiceApiResult --aggregation Count --interval PT1H --offset 7d --filter "StatusCode eq \'429\'"',
        ].join(' \\\n  '),
      ].join('\n'),
    bicep: null,
    note: 'Microsoft does not promise that a throttled call (429) is in the audit log: none there is no proof. The metric ServiceApiResult is the sure source; put an alert on it. What remains after caching is a reason for a vault of its own, by application and region.',
  },
  needs: [],
  consults: ['accessLog'],
  thresholds: ['recentCallsDays'],
  source: {
    page: 'Azure Key Vault throttling guidance',
    sentence:
      'Past a limit Key Vault refuses what its clients ask with 429: they should keep what they read, and wait twice as long after each refusal.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/overview-throttling',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check({ accessLog }, { thresholds: { recentCallsDays }, now }) {
    const startAt = addDays(now, -recentCallsDays)
    const span = `in the last ${dayCount(recentCallsDays)}`
    return decideByLog(accessLog, { startAt, span, what: 'throttled calls' }, now, {
      shown: ({ throttles }) => {
        const recent = throttles.filter(({ day, calls }) => calls > 0 && addDays(day, 1) > startAt)
        if (recent.length === 0) return null
        const callers = callerNames(recent.flatMap((throttled) => throttled.callers))
        const whose = callers.length > 0 ? callersText(callers) : 'callers the log does not name'
        return fail(`Calls were throttled ${span}, those of ${whose}.`, { callers })
      },
      nothing: () => pass(`The access log shows no throttled call ${span}.`),
    })
  },
})
