import { addDays, dayCount } from '#lib/format/date.ts'
import { callerNames, callersText } from './caller-words.ts'
import { vaultIdWord } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { decideByLog } from './log-window.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'access-denied-repeatedly',
  title: 'Nobody goes on asking for what is refused',
  failing: 'Caller is refused again and again',
  area: 'Access',
  subject: 'vault',
  severity: 'medium',
  why: 'Either something that should work does not, and its owner may not know; or somebody tries what they have no right to. Both look alike in the log until somebody asks, and while one goes on the other is not noticed.',
  fix: {
    portal: 'Key vault > Access control (IAM) > Check access > the caller; of an access-policy vault Access policies',
    cli: (names) =>
      [
        '# Who may do what here. A caller that is to read gets Key Vault Secrets User, best on the one secret:',
        `# az role assignment create --role "Key Vault Secrets User" --assignee '<object id of the caller>' --scope ${vaultIdWord(names)}/secrets/'<secret>'`,
        `az role assignment list --include-inherited --output table --scope ${vaultIdWord(names)}`,
      ].join('\n'),
    bicep: null,
    note: 'Ask first whose it is. A firewall refuses too: look at the addresses the caller comes from. What is no longer needed is better switched off than let in.',
  },
  needs: [],
  consults: ['accessLog'],
  thresholds: ['deniedCallsPerDay', 'recentCallsDays'],
  source: {
    page: 'Secure your Azure Key Vault',
    sentence: 'Be alerted when something critical is logged, such as access that fails or a secret that is deleted.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/secure-key-vault',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check({ accessLog }, { thresholds: { deniedCallsPerDay, recentCallsDays }, now }) {
    const startAt = addDays(now, -recentCallsDays)
    const span = `in the last ${dayCount(recentCallsDays)}`
    const many = `${deniedCallsPerDay} ${deniedCallsPerDay === 1 ? 'call' : 'calls'} or more`
    return decideByLog(accessLog, { startAt, span, what: 'refused calls' }, now, {
      shown: ({ denials }) => {
        const stubborn = denials.filter(({ day, calls }) => calls >= deniedCallsPerDay && addDays(day, 1) > startAt)
        if (stubborn.length === 0) return null
        const callers = callerNames(stubborn.map(({ caller }) => caller))
        return fail(`On a day ${span} ${many} were refused to ${callersText(callers)}.`, { callers, deniedCallsPerDay })
      },
      nothing: () => pass(`Nobody was refused ${many} on a day ${span}.`),
    })
  },
})
