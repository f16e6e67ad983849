import { observedOf } from '#lib/domain/evidence.ts'
import { certificateWords } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

// The built-in policy wants the action to come at a certain time before the expiry; here it has to come at all, and from
// an authority that Key Vault can ask.
export default defineRule({
  id: 'certificate-without-renewal',
  title: 'Certificates renew themselves',
  failing: 'Certificate does not renew itself',
  area: 'Rotation',
  subject: 'certificate',
  severity: 'medium',
  why: 'A certificate that somebody has to renew by hand expires when that somebody is on leave. The shorter certificates live, the more often that can happen. Unlike in Azure Policy, when it renews is not judged, and one whose authority Key Vault cannot ask does not count as renewing, whatever its policy says.',
  fix: {
    portal:
      'Key vault > Objects > Certificates > the certificate > Issuance policy > Lifetime action type: Automatically renew',
    cli: (names) =>
      [
        '# policy.json: its policy, with the authority it comes from and',
        '# "lifetimeActions": [{"trigger": {"daysBeforeExpiry": 30}, "action": {"actionType": "AutoRenew"}}]',
        `az keyvault certificate set-attributes ${certificateWords(names)} --policy @policy.json`,
        '# Until Key Vault can ask its authority, whoever renews it there stores it here:',
        `# az keyvault certificate import ${certificateWords(names)} --file renewed.pfx`,
      ].join('\n'),
    bicep: null,
    note: 'An issuer Unknown means that it was made elsewhere: Key Vault cannot renew it, whatever the policy says. Name an integrated authority (Certificate Authorities > Add) as its issuer; where its own authority has to stay, it is renewed by hand, and a waiver with the reason and the date says so.',
  },
  needs: [],
  consults: ['renewals'],
  thresholds: [],
  source: {
    page: 'About Azure Key Vault certificate renewal',
    sentence:
      'Certificates of an integrated authority and self-signed ones renew by themselves when their policy says so; those of other authorities are renewed by hand and merged.',
    url: 'https://learn.microsoft.com/azure/key-vault/certificates/overview-renew-certificate',
  },
  controls: { azurePolicy: ['12ef42cb-9903-4e39-9c26-422d29570417'], cis: [], mcsb: ['DP-7'] },

  check({ certificate, renewals }) {
    if (!certificate.enabled) return notApplicable('The certificate is disabled.')
    return decideSeen('renewals', observedOf(renewals, certificate), ({ automatic, trigger, issuer }) => {
      const facts = { automatic, trigger, issuer }
      if (issuer?.toLowerCase() === 'unknown') {
        return fail('Renewed by hand, with the authority that made it: Key Vault does not know whom to ask.', facts)
      }
      if (!automatic) return fail('Its policy does not renew it.', facts)
      return pass(trigger ? `Renews itself, ${trigger}.` : 'Renews itself.', facts)
    })
  },
})
