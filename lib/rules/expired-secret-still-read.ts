import type { AccessLog } from '#lib/domain/evidence.ts'
import { type ObjectRef, objectKey } from '#lib/domain/vault-object.ts'
import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { expiresInDays, secretWords } from './command-words.ts'
import { fail, notApplicable, pass, unknown } from './decision.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'
import { unreadBecause } from './unread-because.ts'

// Rows reach Log Analytics up to a day late, and the log is read in whole days: newer silence proves nothing yet.
const logDelayDays = 2

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
        `az keyvault secret set ${secretWords(names)} --file new-credential.txt --expires ${expiresInDays(60)}`,
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
    if (accessLog.status === 'not') {
      return unknown(accessLog.reason, unreadBecause(['accessLog'], accessLog.reason.code))
    }

    const expired = `Expired on ${isoDate(expiresAt)}`
    const windowAt = addDays(now, -thresholds.stillReadDays)
    const recent = expiresAt > windowAt
    const startAt = recent ? expiresAt : windowAt
    const callers = callersSince(accessLog.value, secret, startAt)
    if (callers.length > 0) {
      const words = `${callers.length} ${callers.length === 1 ? 'caller' : 'callers'}: ${shortList(callers)}`
      return fail(`${expired} and still read by ${words}.`, { expiresAt: expiresAt.toISOString(), callers })
    }

    if (accessLog.status === 'partly' && accessLog.missing === 'items') {
      return unknown(accessLog.reason, unreadBecause(['accessLog'], accessLog.reason.code, 'partly'))
    }
    const { coveredFromAt, coveredUntilAt } = accessLog.value
    const span = recent ? 'since then' : `in the last ${dayCount(thresholds.stillReadDays)}`
    if (!(coveredFromAt <= startAt))
      return notLogged(`${expired}; the access log does not reach back far enough to show reads ${span}.`)
    if (!(coveredUntilAt > startAt && coveredUntilAt >= addDays(now, -logDelayDays))) {
      return notLogged(`${expired}; the access log has not arrived yet for all the time ${span}.`)
    }
    return pass(`${expired} and not read ${span}.`, { expiresAt: expiresAt.toISOString() })
  },
})

const notLogged = (detail: string) => unknown({ code: 'not-logged', detail })

function callersSince(log: AccessLog, secret: ObjectRef, startAt: Date): string[] {
  const found = log.reads
    .filter((reads) => objectKey(reads) === objectKey(secret))
    .flatMap(({ callers }) => callers)
    .filter(({ lastReadAt }) => lastReadAt >= startAt)
    .map(({ caller }) => caller)
  return [...new Set(found)].sort()
}
