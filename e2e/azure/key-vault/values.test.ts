import { expect, test } from 'vitest'
import type { Vault } from '../organization/organization.ts'
import { askingOf } from './asking.ts'
import { createKeyVault } from './key-vault.ts'

const now = new Date('2026-11-20T03:00:00Z')
const audience = 'https://vault.azure.net'
const { organization, ask } = await askingOf(createKeyVault(), audience, now)
const vaults = organization.estateAt(now).vaults
const vaultThat = (test: (vault: Vault) => boolean) => {
  const vault = vaults.find(test)
  if (!vault) throw new Error('no such vault in the estate')
  return vault
}
const readable = vaultThat((vault) => vault.access === 'readable' && vault.properties.enableRbacAuthorization === true)

const url = (vault: Vault, path: string, query = '') =>
  `https://${vault.name}.vault.azure.net${path}?api-version=7.5${query}`

const secret = organization
  .objectsAt(readable.name, now)
  .find(({ kind, deletedAt, versions }) => kind === 'secret' && !deletedAt && versions.at(-1)?.enabled)
const version = secret?.versions.at(-1)?.id ?? ''

test.each([
  ['GET', `/secrets/${secret?.name}`],
  ['GET', `/secrets/${secret?.name}/`],
  ['GET', `/secrets/${secret?.name}/${version}`],
  ['GET', `/secrets/${secret?.name}/${version}/`],
  ['POST', `/secrets/${secret?.name}/backup`],
  ['POST', '/keys/some-key/sign'],
  ['POST', '/keys/some-key/0123456789abcdef0123456789abcdef/unwrapkey'],
  ['POST', '/keys/some-key/decrypt'],
])('%s %s is refused and a violation', async (method, path) => {
  const { status, violation, body } = await ask(url(readable, path), { method })
  expect(status).toBe(403)
  expect(violation).toBe(`VALUE-READ ${path}`)
  expect(body).toMatchObject({ error: { innererror: { code: 'ForbiddenByRbac' } } })
})

test('even the attempt without a token is a violation', async () => {
  const { status, violation } = await ask(url(readable, `/secrets/${secret?.name}`), { authorization: null })
  expect(status).toBe(401)
  expect(violation).toMatch(/^VALUE-READ /)
})

test('a write is a violation too', async () => {
  const { status, violation } = await ask(url(readable, '/secrets/new'), { method: 'PUT' })
  expect(status).toBe(403)
  expect(violation).toBe('WRITE /secrets/new')
})

test('the trap hands out the canary, so that a leak would flow, and it is a violation just the same', async () => {
  const trap = await askingOf(createKeyVault({ trap: true }), audience, now)
  const { status, violation, body } = await trap.ask(url(readable, `/secrets/${secret?.name}/`))
  expect(status).toBe(200)
  expect(body.value).toBe(organization.valueOf(readable.name, 'secret', secret?.name ?? '', version))
  expect(violation).toMatch(/^VALUE-READ /)
})

test('reading a public key is no violation, and takes a role: the policies of Kempt let it list keys only', async () => {
  const withKeys = (usesRoles: boolean) =>
    vaultThat(
      ({ name, access, properties }) =>
        access === 'readable' &&
        (properties.enableRbacAuthorization === true) === usesRoles &&
        organization.objectsAt(name, now).some(({ kind }) => kind === 'key'),
    )
  const vault = withKeys(true)
  const key = organization.objectsAt(vault.name, now).find(({ kind }) => kind === 'key')
  const { status, violation, body } = await ask(url(vault, `/keys/${key?.name}`))
  expect(status).toBe(200)
  expect(violation).toBeNull()
  expect(body).toMatchObject({ key: { kty: key?.material?.kty } })
  expect((await ask(url(withKeys(false), '/keys/some-key'))).body).toMatchObject({
    error: { innererror: { code: 'AccessDenied' }, message: expect.stringContaining('keys get') },
  })
})
