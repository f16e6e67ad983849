import { vaultIdWord, vaultWords } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'vault-without-rbac',
  title: 'Every vault grants access through Azure RBAC',
  failing: 'Vault uses access policies',
  area: 'Access',
  subject: 'vault',
  severity: 'medium',
  why: 'Whoever may edit a vault with access policies can give themselves every secret in it. Role assignments keep managing and reading apart, can be limited in time, and are visible in one place.',
  fix: {
    portal: 'Key vault > Settings > Access configuration > Azure role-based access control',
    // Joined by &&: whoever pastes it without naming a reader must not have switched.
    cli: (names) =>
      [
        '# Give every reader of the vault its role before the switch.',
        `az role assignment create --role 'Key Vault Secrets User' --assignee '<object id>' --scope ${vaultIdWord(names)} \\`,
        `  && az keyvault update ${vaultWords(names)} --enable-rbac-authorization true`,
      ].join('\n'),
    bicep: 'properties.enableRbacAuthorization: true',
    note: 'From the switch on the access policies are ignored: whoever has no role by then loses access.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Secure your Azure Key Vault',
    sentence: 'Use Azure RBAC rather than access policies to say who may do what with a vault and its contents.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/secure-key-vault',
  },
  controls: {
    azurePolicy: ['12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5'],
    cis: ['v2.1 8.6', 'v3.0 3.3.6', 'v4.0 9.3.6', 'v5.0 8.3.6', 'v6.0 8.3.6'],
    mcsb: ['PA-7'],
  },

  check({ vault: { settings } }) {
    const facts = { accessModel: settings.accessModel }
    if (settings.accessModel === 'rbac') return pass('Access is granted through Azure RBAC.', facts)
    return fail('Access is granted through access policies.', facts)
  },
})
