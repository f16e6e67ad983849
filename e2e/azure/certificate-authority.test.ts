import { execFileSync, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer } from 'node:tls'
import { expect, test } from 'vitest'
import { createCertificateAuthority, imitatedNames, isImitated } from './certificate-authority.ts'

const now = new Date('2026-11-19T08:00:00Z')

test('the server certificate is signed by the authority, for the imitated names and no longer than browsers allow', () => {
  const made = createCertificateAuthority({ folder: null, now })
  const authority = new X509Certificate(made.certificate)
  const leaf = new X509Certificate(made.server.certificate)

  expect(authority.ca).toBe(true)
  expect(leaf.ca).toBe(false)
  expect(leaf.checkIssued(authority)).toBe(true)
  expect(leaf.verify(authority.publicKey)).toBe(true)
  expect(leaf.subjectAltName?.split(', ')).toEqual(imitatedNames.map((name) => `DNS:${name}`))
  expect(leaf.validFromDate).toEqual(new Date('2026-11-18T08:00:00Z'))
  expect(leaf.validToDate).toEqual(new Date('2027-12-22T08:00:00Z'))
})

const openssl = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? ''

test.skipIf(!openssl.startsWith('OpenSSL 3'))('openssl finds nothing to object to, even when strict', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-ca-'))
  try {
    const made = createCertificateAuthority({ folder: null, now: new Date() })
    writeFileSync(join(folder, 'authority.pem'), made.certificate)
    writeFileSync(join(folder, 'leaf.pem'), made.server.certificate)
    const strict = ['verify', '-x509_strict', '-purpose', 'sslserver', '-verify_hostname', 'kv-1.vault.azure.net']
    const output = execFileSync('openssl', [...strict, '-CAfile', 'authority.pem', 'leaf.pem'], { cwd: folder })
    expect(output.toString().trim()).toBe('leaf.pem: OK')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a TLS client that trusts the authority accepts a vault name, and refuses a name that is not ours', async () => {
  const made = createCertificateAuthority({ folder: null, now: new Date() })
  const server = createServer({ cert: made.server.certificate, key: made.server.key })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const shakeHands = (servername: string) =>
    new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', servername, ca: made.certificate }, () => {
        socket.destroy()
        resolve('trusted')
      })
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    })

  expect(await shakeHands('kv-payments-prod.vault.azure.net')).toBe('trusted')
  expect(await shakeHands('management.azure.com')).toBe('trusted')
  expect(await shakeHands('example.com')).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  server.close()
})

test('the authority outlives a restart when it has a folder, and its key is private to the owner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-ca-'))
  try {
    const first = createCertificateAuthority({ folder, now })
    const second = createCertificateAuthority({ folder, now })
    expect(second.certificate).toBe(first.certificate)
    expect(second.server.certificate).not.toBe(first.server.certificate)
    expect(new X509Certificate(second.server.certificate).checkIssued(new X509Certificate(first.certificate))).toBe(
      true,
    )
    expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077)).toEqual([0])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a vault name is one label, as in Azure', () => {
  expect(isImitated('kv-1.vault.azure.net')).toBe(true)
  expect(isImitated('vault.azure.net')).toBe(false)
  expect(isImitated('a.b.vault.azure.net')).toBe(false)
  expect(isImitated('evil.com')).toBe(false)
})
