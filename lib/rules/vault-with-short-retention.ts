import { dayCount } from '#lib/format/date.ts'
import { newVaultCommand, vaultIdWord } from './command-words.ts'
import { fail, pass, unknown } from './decision.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'vault-with-short-retention',
  title: 'What is deleted can be recovered for long enough',
  failing: 'Vault forgets deletions too soon',
  area: 'Recovery',
  subject: 'vault',
  severity: 'low',
  why: 'A secret that is used once a quarter is missed once a quarter. If the vault has forgotten it by then, it is gone, and with a key everything it encrypted.',
  fix: {
    portal:
      'Create a resource > Key Vault > Recovery options > Days to retain deleted vaults: 90; move its objects there',
    cli: (names) =>
      [
        '# Soft delete is off: switch it on. It cannot be switched off again.',
        `# az resource update --ids ${vaultIdWord(names)} --set properties.enableSoftDelete=true`,
        '# Retention is too short: Azure fixes it when a vault is made, so it takes a new one.',
        newVaultCommand(names),
      ].join('\n'),
    bicep: 'properties.softDeleteRetentionInDays: 90',
    note: 'Worth a new vault only where the loss would hurt. Purge protection, which can be added, keeps anybody from shortening it further.',
  },
  needs: [],
  consults: [],
  thresholds: ['retentionDays'],
  source: {
    page: 'Azure Key Vault soft-delete overview',
    sentence:
      'What is deleted stays recoverable for 7 to 90 days, 90 by default; the interval is set once, at creation.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview',
  },
  controls: {
    azurePolicy: ['1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d', '0b60c0b2-2dc2-4e1c-b5c9-abbed971de53'],
    cis: ['v2.1 8.5', 'v3.0 3.3.5', 'v4.0 9.3.5', 'v5.0 8.3.5', 'v6.0 8.3.5'],
    mcsb: ['DP-8'],
  },

  check({ vault: { settings } }, { thresholds: { retentionDays } }) {
    const { softDelete, softDeleteRetentionDays } = settings
    if (!softDelete) return fail('Soft delete is off: what is deleted is gone at once.', { softDelete })
    if (softDeleteRetentionDays === null) {
      return unknown({ code: 'malformed-answer', detail: 'Azure does not say how long it keeps what is deleted.' })
    }
    const kept = `Keeps what is deleted for ${dayCount(softDeleteRetentionDays)}`
    const facts = { softDelete, softDeleteRetentionDays, retentionDays }
    return softDeleteRetentionDays < retentionDays
      ? fail(`${kept}, fewer than ${dayCount(retentionDays)}.`, facts)
      : pass(`${kept}.`, facts)
  },
})
