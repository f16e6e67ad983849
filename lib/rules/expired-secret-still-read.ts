import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { callerNames, callersText } from './caller-words.ts'
import { certificateDecides } from './certificate-decides.ts'
import { newSecretVersionCommand } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { decideByLog } from './log-window.ts'
import { readersOf } from './readers-of.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'expired-secret-still-read',
  title: 'Nobody reads expired secrets',
  failing: 'Expired secret is still read',
  area: 'Use',
  subject: 'secret',
  severity: 'critical',
  why: 'Something in production depends on a credential that was meant to be gone. It breaks on the day somebody cleans up, and until then an old credential opens the door.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > New version, once its callers are known',
    cli: (names) =>
      [
        '# Replace the credential; callers that ask for the current version pick it up.',
        newSecretVersionCommand(names),
      ].join('\n'),
    bicep: null,
    note: 'Talk to the callers named here first. A caller that pins a version goes on reading the old one: disable that version when it has moved.',
  },
  needs: [],
  consults: ['accessLog'],
  thresholds: ['stillReadDays'],
  source: {
    page: 'About Azure Key Vault secrets',
    sentence:
      'The expiry of a secret is informational: a read still works afterwards, as long as the secret is enabled.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/about-secrets',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['DP-6', 'IM-8'] },

  check({ secret, accessLog }, { thresholds, now }) {
    const { enabled, expiresAt } = secret
    if (!enabled) return notApplicable('The secret is disabled: nobody can read it.')
    if (!expiresAt || expiresAt > now) return notApplicable('The secret has not expired.')
    const aside = certificateDecides(secret)
    if (aside) return aside
    const expired = `Expired on ${isoDate(expiresAt)}`
    const windowAt = addDays(now, -thresholds.stillReadDays)
    const recent = expiresAt > windowAt
    const startAt = recent ? expiresAt : windowAt
    const span = recent ? 'since then' : `in the last ${dayCount(thresholds.stillReadDays)}`
    return decideByLog(accessLog, { startAt, span, what: 'reads', ofObject: true, lead: expired }, now, {
      shown: (log) => {
        const readers = readersOf(log, secret).filter(({ lastReadAt }) => lastReadAt >= startAt)
        if (readers.length === 0) return null
        const callers = callerNames(readers.map(({ caller }) => caller))
        const facts = { expiresAt: expiresAt.toISOString(), callers }
        return fail(`${expired} and still read by ${callersText(callers)}.`, facts)
      },
      nothing: () => pass(`${expired} and not read ${span}.`, { expiresAt: expiresAt.toISOString() }),
    })
  },
})
