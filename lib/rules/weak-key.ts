import { observedOf } from '#lib/domain/evidence.ts'
import { certificateDecides } from './certificate-decides.ts'
import { certificateWords, keyWords } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { fail, notApplicable, pass, unknown } from './decision.ts'
import { defineRule } from './rule.ts'

// The built-in policies judge keys and certificates apart; here it is one question, and a certificate's key is asked once.
export default defineRule({
  id: 'weak-key',
  title: 'Keys are long enough, and their curves are accepted',
  failing: 'Key is too weak',
  area: 'Rotation',
  subject: 'key-or-certificate',
  severity: 'high',
  why: 'What a weak key signs or encrypts can be forged or read without stealing the key, and no log shows it. Clients have begun to refuse such keys, so it breaks as well as leaks.',
  fix: {
    portal:
      'Key vault > Objects > Keys > the key > New version, RSA 3072; a certificate: Issuance policy > Advanced Policy Configuration > Key size, then New version',
    cli: (names) => {
      const key = `az keyvault key create ${keyWords(names)} --kty RSA --size 3072`
      const certificate = `az keyvault certificate create ${certificateWords(names)} --policy @policy.json`
      const policy = '# policy.json: its policy with "keyProperties": {"keyType": "RSA", "keySize": 3072, …}'
      if (names.kind === 'certificate') return [policy, certificate].join('\n')
      if (names.kind === 'key') return key
      return ['# A key: its next version is longer.', key, '# A certificate instead:', policy, `# ${certificate}`].join(
        '\n',
      )
    },
    bicep: "properties: { kty: 'RSA', keySize: 3072 }",
    note: 'A key in a module wants --kty RSA-HSM, a curve --kty EC --curve P-256. What the old version encrypted has to be encrypted anew before it can be disabled, and who names a version must be told the new one.',
  },
  needs: [],
  consults: ['keyMaterial'],
  thresholds: ['rsaKeyBits', 'allowedCurves'],
  source: {
    page: 'Integrate Azure Key Vault with Azure Policy',
    sentence: 'Set how long RSA keys have to be at least, and which curves may be used, for keys and for certificates.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/azure-policy',
  },
  controls: {
    azurePolicy: [
      '82067dbb-e53b-4e06-b631-546d197452d9',
      'ff25f3c8-b739-4538-9d07-3d6d25cfb255',
      'cee51871-e572-4576-855c-047c820360f0',
      'bd78111f-4953-4367-9fd5-7e08808b54bf',
    ],
    cis: [],
    mcsb: [],
  },

  check({ object, keyMaterial }, { thresholds: { rsaKeyBits, allowedCurves } }) {
    if (!object.enabled) return notApplicable(`The ${object.kind} is disabled.`)
    const aside = certificateDecides(object)
    if (aside) return aside
    return decideSeen('keyMaterial', observedOf(keyMaterial, object), ({ type, bits, curve }) => {
      switch (type.toLowerCase().replace(/-hsm$/, '')) {
        case 'rsa': {
          if (bits === null) return notSaid('Azure does not say how long this RSA key is.')
          const facts = { type, bits, rsaKeyBits }
          // So, and not `<`: a length that is no number must not pass.
          return bits >= rsaKeyBits
            ? pass(`An RSA key of ${bits} bits.`, facts)
            : fail(`An RSA key of ${bits} bits, fewer than ${rsaKeyBits}.`, facts)
        }
        case 'ec': {
          if (curve === null) return notSaid('Azure does not say which curve this key is on.')
          const facts = { type, curve, allowedCurves: allowedCurves.toSorted() }
          return allowedCurves.some((allowed) => allowed.toLowerCase() === curve.toLowerCase())
            ? pass(`A key on the curve ${curve}.`, facts)
            : fail(`A key on the curve ${curve}, which is not among ${facts.allowedCurves.join(', ')}.`, facts)
        }
        case 'oct':
          return notApplicable('A symmetric key: neither a length of RSA nor a curve.')
        default:
          return notSaid(`Azure calls the type of this key ${type}, which Kempt does not know.`)
      }
    })
  },
})

const notSaid = (detail: string) => unknown({ code: 'malformed-answer', detail })
