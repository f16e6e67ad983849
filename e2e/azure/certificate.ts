// An X.509 certificate (RFC 5280) for an elliptic-curve key, strict enough for `openssl verify -x509_strict`.
import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto'
import { bits, implicit, integer, objectIdentifier, octets, sequence, set, tagged, utcTime, utf8, yes } from './der.ts'

export type CertificateRequest = {
  subject: string
  issuer: string
  publicKey: KeyObject
  issuerKey: KeyObject
  validFrom: Date
  validTo: Date
  /** What the certificate is for: a server with those names, or an authority bound to those domains. */
  purpose: { kind: 'server'; names: string[] } | { kind: 'authority'; domains: string[] }
}

const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'))
const commonName = (text: string) => sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8(text))))
const dnsName = (name: string) => implicit(2, Buffer.from(name, 'ascii'))

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  return sequence(objectIdentifier(id), ...(critical ? [yes] : []), octets(value))
}

/** SHA-1 over the bare key, the first method of RFC 5280, 4.2.1.2. An uncompressed P-256 point is the last 65 bytes. */
function keyIdentifier(key: KeyObject): Buffer {
  const spki = key.export({ type: 'spki', format: 'der' })
  return createHash('sha1').update(spki.subarray(-65)).digest()
}

function extensions({ purpose, publicKey, issuerKey }: CertificateRequest): Buffer[] {
  const subjectKey = extension('2.5.29.14', false, octets(keyIdentifier(publicKey)))
  const issuerIdentifier = implicit(0, keyIdentifier(createPublicKey(issuerKey)))
  const authorityKey = extension('2.5.29.35', false, sequence(issuerIdentifier))
  if (purpose.kind === 'authority') {
    const permitted = tagged(0, ...purpose.domains.map((domain) => sequence(dnsName(domain))))
    return [
      extension('2.5.29.19', true, sequence(yes, integer(Buffer.from([0])))),
      extension('2.5.29.15', true, bits(Buffer.from([0b0000_0110]), 1)),
      extension('2.5.29.30', true, sequence(permitted)),
      subjectKey,
      authorityKey,
    ]
  }
  return [
    extension('2.5.29.19', true, sequence()),
    extension('2.5.29.15', true, bits(Buffer.from([0b1000_0000]), 7)),
    extension('2.5.29.37', false, sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', false, sequence(...purpose.names.map(dnsName))),
    subjectKey,
    authorityKey,
  ]
}

/** The signed certificate as PEM. */
export function issueCertificate(request: CertificateRequest): string {
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(serial),
    ecdsaWithSha256,
    commonName(request.issuer),
    sequence(utcTime(request.validFrom), utcTime(request.validTo)),
    commonName(request.subject),
    request.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...extensions(request))),
  )
  const signature = sign('sha256', body, { key: request.issuerKey, dsaEncoding: 'der' })
  const encoded = sequence(body, ecdsaWithSha256, bits(signature)).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${encoded.replaceAll(/(.{64})(?=.)/g, '$1\n')}\n-----END CERTIFICATE-----\n`
}
