import { observedOf } from '#lib/domain/evidence.ts'
import { logSlackDays } from '#lib/domain/log-allowance.ts'
import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { secretWords } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { coveredDaysSince, cutOff, isBehind, notLogged, unreadLog } from './log-window.ts'
import { readersOf } from './readers-of.ts'
import { defineRule } from './rule.ts'

// Here a read is what is well and its absence what is wrong, so a log with rows missing can show a pass and never a fail.
export default defineRule({
  id: 'unused-secret',
  title: 'Every secret that is kept is read by somebody',
  failing: 'Secret is read by nobody',
  area: 'Use',
  subject: 'secret',
  severity: 'low',
  why: 'A secret nobody reads is a credential that still opens a door. It costs a rotation every time, it can leak like any other, and nobody notices when it does.',
  fix: {
    portal:
      'Key vault > Objects > Secrets > the secret > the current version > Enabled: No; delete it when nobody has missed it',
    cli: (names) =>
      [
        '# Disabled it can be enabled again at once, should somebody miss it. Delete it after a quarter:',
        `# az keyvault secret delete ${secretWords(names)}`,
        `az keyvault secret set-attributes ${secretWords(names)} --enabled false`,
      ].join('\n'),
    bicep: null,
    note: 'Ask its owner first: a credential for emergencies, or for a job that runs once a year, is read by nobody for long. Revoke the credential at the system it opens as well.',
  },
  needs: [],
  consults: ['versions', 'accessLog'],
  thresholds: ['unusedDays'],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'Turn on logging to watch who uses your secrets, and their life from the first day to the last.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check({ secret, versions, accessLog }, { thresholds: { unusedDays }, now }) {
    if (!secret.enabled) return notApplicable('The secret is disabled: nobody can read it.')
    const aside = certificateDecides(secret)
    if (aside) return aside
    return decideSeen('versions', observedOf(versions, secret), (listed) => {
      const readers = accessLog.status === 'not' ? [] : readersOf(accessLog.value, secret)
      const lastReadAt = latestOf(readers.map((reader) => reader.lastReadAt))
      const windowAt = addDays(now, -unusedDays)
      // Without the date of the read: of a secret in use it is another one every day.
      if (lastReadAt && lastReadAt >= windowAt) return pass(`Read in the last ${dayCount(unusedDays)}.`)

      // A rotation makes a new version, not a new secret.
      const madeAt = new Date(Math.min(...[secret, ...listed].map(({ createdAt }) => createdAt.getTime())))
      if (!(madeAt <= windowAt)) {
        return notApplicable(`Made on ${isoDate(madeAt)}: that is not ${dayCount(unusedDays)} ago yet.`)
      }
      if (accessLog.status === 'not') return unreadLog(accessLog)
      const cut = cutOff(accessLog)
      if (cut) return cut

      const log = accessLog.value
      const { coveredFromAt, coveredUntilAt, unnamedReadAt } = log
      const reachDays = unusedDays + logSlackDays
      const reachAt = addDays(now, -reachDays)
      // A read of which the log does not say what was read may have been of this one.
      const sinceAt = latestOf([lastReadAt, unnamedReadAt, coveredFromAt, madeAt, reachAt]) ?? reachAt
      const [said, days] =
        lastReadAt && !(unnamedReadAt && unnamedReadAt > lastReadAt)
          ? [`Last read on ${isoDate(lastReadAt)}`, 'since then']
          : sinceAt > reachAt
            ? [`Not read since ${isoDate(sinceAt)}`, 'since then']
            : [`Not read in the last ${dayCount(reachDays)}`, 'of them']
      if (isBehind(log, now)) {
        return notLogged(`${said}; the access log was read up to ${isoDate(coveredUntilAt)} only.`)
      }
      return coveredDaysSince(log, sinceAt, now) >= unusedDays
        ? fail(`${said}; the access log covers at least ${dayCount(unusedDays)} ${days}.`, {
            lastReadAt: lastReadAt?.toISOString() ?? null,
            unusedDays,
          })
        : notLogged(`${said}; the access log covers fewer than ${dayCount(unusedDays)} ${days}.`)
    })
  },
})

const latestOf = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((latest, date) => (latest && date && latest >= date ? latest : (date ?? latest)), null)
