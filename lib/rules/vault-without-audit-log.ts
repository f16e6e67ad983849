import { hasDestination, logsReads, settingNames } from './audit-settings.ts'
import { vaultIdWord } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'vault-without-audit-log',
  title: 'Every vault logs who reads it',
  failing: 'Vault keeps no audit log',
  area: 'Monitoring',
  subject: 'vault',
  severity: 'high',
  why: 'Without the audit log nobody can say who read a secret, so after a leak every secret counts as read. It is also what shows which secrets are still in use before they are rotated.',
  fix: {
    portal:
      'Key vault > Monitoring > Diagnostic settings > Add diagnostic setting > audit, Send to Log Analytics workspace',
    cli: (names) =>
      [
        `az monitor diagnostic-settings create --name audit --resource ${vaultIdWord(names)}`,
        "--workspace '<workspace resource id>' --export-to-resource-specific true",
        '--logs \'[{"categoryGroup":"audit","enabled":true}]\'',
      ].join(' \\\n  '),
    bicep: "Microsoft.Insights/diagnosticSettings, properties.logs: [{ categoryGroup: 'audit', enabled: true }]",
    note: 'Resource-specific tables are cheaper to search than AzureDiagnostics; Kempt reads both.',
  },
  needs: ['diagnostics'],
  consults: [],
  thresholds: [],
  source: {
    page: 'Azure Key Vault logging',
    sentence:
      'Logging shows how, when and by whom a vault is accessed; it is off until a diagnostic setting turns it on.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/logging',
  },
  controls: {
    azurePolicy: ['cf820ca0-f99e-4f3e-84fb-66e913812d21'],
    cis: ['v2.1 5.1.4', 'v3.0 6.1.4', 'v4.0 7.1.1.4', 'v5.0 6.1.1.4', 'v6.0 6.1.1.4'],
    mcsb: ['LT-3', 'DP-8'],
  },

  check({ diagnostics }) {
    const auditing = diagnostics.filter((setting) => logsReads(setting) && hasDestination(setting))
    const settings = settingNames(auditing)
    if (auditing.length > 0) return pass(`Audit events are sent by ${settings.join(', ')}.`, { settings })
    const facts = { settings: settingNames(diagnostics) }
    if (diagnostics.length === 0) return fail('Has no diagnostic setting.', facts)
    if (diagnostics.some(logsReads)) return fail('Audit events are switched on but sent nowhere.', facts)
    return fail('Its diagnostic settings leave the audit events out.', facts)
  },
})
