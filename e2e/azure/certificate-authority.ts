// A certificate authority of our own, bound to the imitated hosts, and the one server certificate it signs at each start.
// Kept in a folder, so that an app already running goes on trusting the stand-in after a restart.
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { issueCertificate } from './certificate.ts'
import { keptText } from './kept-text.ts'

/** The names the stand-in answers for over TLS. Nothing else is ever tunnelled. */
export const imitatedNames = [
  '*.vault.azure.net',
  'management.azure.com',
  'login.microsoftonline.com',
  'api.loganalytics.io',
  'api.loganalytics.azure.com',
  'graph.microsoft.com',
]

/** True for a host that the server certificate covers. */
export function isImitated(host: string): boolean {
  return imitatedNames.some((name) =>
    name.startsWith('*.')
      ? host.endsWith(name.slice(1)) && host.indexOf('.') === host.length - name.length + 1
      : host === name,
  )
}

export type CertificateAuthority = {
  /** PEM, to be trusted by clients. */
  certificate: string
  /** PEM, for the TLS server: the leaf and its key. */
  server: { certificate: string; key: string }
}

const dayMs = 86_400_000
const authorityName = 'Kempt stand-in Azure'

export function createCertificateAuthority(options: { folder: string | null; now: Date }): CertificateAuthority {
  const { folder, now } = options
  const days = (count: number) => new Date(now.getTime() + count * dayMs)
  const authority = keptAuthority(folder, days)
  const leaf = newKeyPair()
  return {
    certificate: authority.certificate,
    server: {
      certificate: issueCertificate({
        subject: 'management.azure.com',
        issuer: authorityName,
        publicKey: leaf.publicKey,
        issuerKey: authority.key,
        validFrom: days(-1),
        validTo: days(398),
        purpose: { kind: 'server', names: imitatedNames },
      }),
      key: pem(leaf.privateKey),
    },
  }
}

function keptAuthority(folder: string | null, days: (count: number) => Date) {
  const domains = imitatedNames.map((name) => name.replace('*.', ''))
  // The domains are in the file's name: an authority bound to an older list could not sign for a newer one.
  const fingerprint = createHash('sha256').update(domains.join()).digest('hex').slice(0, 8)
  const text = keptText(folder, `certificate-authority-${fingerprint}.pem`, () => {
    const { privateKey, publicKey } = newKeyPair()
    const certificate = issueCertificate({
      subject: authorityName,
      issuer: authorityName,
      publicKey,
      issuerKey: privateKey,
      validFrom: days(-1),
      validTo: days(3650),
      purpose: { kind: 'authority', domains },
    })
    return `${certificate}${pem(privateKey)}`
  })
  return splitPem(text)
}

function splitPem(text: string): { certificate: string; key: KeyObject } {
  const end = '-----END CERTIFICATE-----\n'
  const certificate = text.slice(0, text.indexOf(end) + end.length)
  const key = createPrivateKey(text.slice(certificate.length))
  if (!new X509Certificate(certificate).checkPrivateKey(key)) {
    throw new Error('The kept certificate authority and its key do not belong together; delete the state folder.')
  }
  return { certificate, key }
}

const newKeyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
