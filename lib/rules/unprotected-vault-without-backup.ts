import { addDays, dayCount, isoDate } from '#lib/format/date.ts'
import { vaultWords } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { decideByLog } from './log-window.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'unprotected-vault-without-backup',
  title: 'What can be purged is backed up',
  failing: 'No purge protection and no backup',
  area: 'Recovery',
  subject: 'vault',
  severity: 'medium',
  why: 'Without purge protection a backup is the only way back after somebody deletes and purges. Of a vault that has neither, a single mistake takes every key and secret for good, and with a key the data it encrypts.',
  fix: {
    portal: 'Key vault > Settings > Properties > Purge protection > Enable; else the object > Download Backup',
    cli: (names) =>
      [
        '# Better than any backup. It cannot be switched off again:',
        `az keyvault update ${vaultWords(names)} --enable-purge-protection true`,
      ].join('\n'),
    bicep: 'properties.enablePurgeProtection: true',
    note: 'Where purge protection is not possible, back up one by one what cannot be made again elsewhere, and only that: a backup is the whole object, to be restored in any vault of the same subscription and geography. So each one is also something to ask about in the log.',
  },
  needs: [],
  consults: ['accessLog'],
  thresholds: ['backupDays'],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'Where purge protection is not possible, back up the secrets that cannot be made again from elsewhere.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['BR-1', 'DP-8'] },

  check({ vault: { settings }, accessLog }, { thresholds: { backupDays }, now }) {
    if (settings.purgeProtection) return notApplicable('Purge protection is on.')
    const startAt = addDays(now, -backupDays)
    const span = `in the last ${dayCount(backupDays)}`
    return decideByLog(accessLog, { startAt, span, what: 'backups' }, now, {
      // The other way round than elsewhere: what a row shows here is what is well.
      shown: ({ backups }) => {
        const recent = backups.filter(({ lastAt }) => lastAt >= startAt).map(({ lastAt }) => lastAt.toISOString())
        const last = recent.sort().at(-1)
        return last ? pass(`Something in it was last backed up on ${isoDate(new Date(last))}.`) : null
      },
      nothing: () => fail(`Purge protection is off, and nothing in it was backed up ${span}.`, { backupDays }),
    })
  },
})
