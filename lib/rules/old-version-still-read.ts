import { type CallerReads, observedOf } from '#lib/domain/evidence.ts'
import type { ObjectVersion } from '#lib/domain/vault-object.ts'
import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { callerNames, callersText } from './caller-words.ts'
import { certificateDecides } from './certificate-decides.ts'
import { secretWords } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { decideByLog } from './log-window.ts'
import { readersOf } from './readers-of.ts'
import { listInDoubt, newestOf, replacedVersions } from './replaced-versions.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

export default defineRule({
  id: 'old-version-still-read',
  title: 'Callers follow when a secret is rotated',
  failing: 'Older version is still read',
  area: 'Use',
  subject: 'secret',
  severity: 'medium',
  why: 'A caller that names a version goes on with the credential the rotation was to replace. The old credential cannot be revoked while it does, and when somebody revokes it all the same, that caller breaks.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > the older version > Enabled: No, once its callers have moved',
    cli: (names) =>
      [
        '# First let the callers ask for the secret without a version. Which id belongs to which date:',
        `# az keyvault secret list-versions ${secretWords(names)} --query '[].[attributes.created,attributes.enabled,id]' --output tsv`,
        '# Then close the older version; enabled again it works at once, should somebody miss it:',
        `az keyvault secret set-attributes ${secretWords(names)} --version '<version>' --enabled false`,
      ].join('\n'),
    bicep: null,
    note: 'An address that ends in 32 hex digits names a version: take them away, also in App Service and App Configuration references. A program that keeps what it read has to read anew after a rotation.',
  },
  needs: [],
  consults: ['versions', 'accessLog'],
  thresholds: ['oldVersionGraceDays', 'recentCallsDays'],
  source: {
    page: 'Secure your Azure Key Vault secrets',
    sentence: 'When a secret is rotated, whatever keeps it in memory has to take up the new credential.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secure-secrets',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['DP-6'] },

  check({ secret, versions, accessLog }, { thresholds: { oldVersionGraceDays, recentCallsDays }, now }) {
    const aside = certificateDecides(secret)
    if (aside) return aside
    return decideSeen('versions', observedOf(versions, secret), (listed, wholly) => {
      const doubt = listInDoubt(secret, listed, wholly, now)
      if (doubt) return doubt
      const older = replacedVersions(secret, listed)
      if (older.length === 0) return notApplicable('Has no older version.')
      const open = older.filter(({ version }) => version.enabled)
      if (open.length === 0) return notApplicable('All its older versions are disabled: nobody can read them.')
      const rotated = () => `the current one was made on ${isoDate(newestOf(secret, listed))}`
      // Each from its own successor: a version that was replaced long ago gets no new grace by the next rotation.
      const given = open.map((one) => ({ ...one, graceEndsAt: addDays(one.replacedAt, oldVersionGraceDays) }))
      const due = given.filter(({ graceEndsAt }) => graceEndsAt < now)
      const [first] = due
      if (!first) {
        const untilAt = given.at(-1)?.graceEndsAt ?? now
        return notApplicable(`Callers may read an older version until ${isoDate(untilAt)}; ${rotated()}.`)
      }

      const windowAt = addDays(now, -recentCallsDays)
      const since = (graceEndsAt: Date) => (graceEndsAt > windowAt ? graceEndsAt : windowAt)
      const startAt = since(first.graceEndsAt)
      const recent = startAt > windowAt
      const span = recent ? `since ${isoDate(startAt)}` : `in the last ${dayCount(recentCallsDays)}`
      return decideByLog(accessLog, { startAt, span, what: 'reads', ofObject: true }, now, {
        shown: (log) => {
          const read = due.flatMap(({ id, version, graceEndsAt }) => {
            const readers = readersOf(log, secret).filter((reader) => hasRead(reader, version, since(graceEndsAt)))
            return readers.length > 0 ? [{ id, readers }] : []
          })
          if (read.length === 0) return null
          const callers = callerNames(read.flatMap(({ readers }) => readers.map(({ caller }) => caller)))
          const oldVersions = read.map(({ id }) => id).sort()
          const what = oldVersions.length === 1 ? 'version' : 'versions'
          const is = oldVersions.length === 1 ? 'is' : 'are'
          return fail(
            `Its older ${what} ${shortList(oldVersions)} ${is} still read by ${callersText(callers)}; ${rotated()}.`,
            { callers, oldVersions, oldVersionGraceDays },
          )
        },
        nothing: () => pass(`None of its older versions was read ${span}.`),
      })
    })
  },
})

/** A read that named no version got the current one. The log writes ids as the caller did. */
const hasRead = ({ versions }: CallerReads, { version }: ObjectVersion, startAt: Date) =>
  versions.some((read) => read.version.toLowerCase() === version.toLowerCase() && read.lastReadAt >= startAt)
