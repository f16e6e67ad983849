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
const readable = vaultThat(
  (vault) => vault.access === 'readable' && vault.properties.enableRbacAuthorization === true && sizeOf(vault) > 60,
)

function sizeOf(vault: Vault) {
  return organization.objectsAt(vault.name, now).filter(({ kind, deletedAt }) => kind === 'secret' && !deletedAt).length
}

const url = (vault: Vault, path: string, query = '') =>
  `https://${vault.name}.vault.azure.net${path}?api-version=7.5${query}`

type Page = { value: Record<string, unknown>[]; nextLink: string | null }
const isPage = (body: unknown): body is Page =>
  typeof body === 'object' && body !== null && 'value' in body && 'nextLink' in body

async function everyPage(first: string): Promise<Page[]> {
  const pages: Page[] = []
  for (let next: string | null = first; next; ) {
    const { status, body } = await ask(next)
    if (status !== 200 || !isPage(body)) throw new Error(`${next}: ${status}`)
    pages.push(body)
    next = body.nextLink
  }
  return pages
}

test('every secret is listed exactly once, in the order of upper-cased names', async () => {
  const names = (await everyPage(url(readable, '/secrets'))).flatMap(({ value }) => value.map(({ id }) => String(id)))
  const expected = organization
    .objectsAt(readable.name, now)
    .filter(({ kind, deletedAt }) => kind === 'secret' && !deletedAt)
    .map(({ name }) => `https://${readable.name}.vault.azure.net/secrets/${name}`)
    .sort((a, b) => (a.toUpperCase() < b.toUpperCase() ? -1 : 1))
  expect(names).toEqual(expected)
  expect(names.length).toBeGreaterThan(60)
})

test('some pages are empty and still followed by another, and nothing is lost by it', async () => {
  const pages = await everyPage(url(readable, '/secrets', '&maxresults=1'))
  const empty = pages.filter(({ value }) => value.length === 0)
  expect(empty.length).toBeGreaterThan(0)
  expect(empty.every(({ nextLink }) => nextLink !== null)).toBe(true)
  expect(new Set(pages.flatMap(({ value }) => value.map(({ id }) => id))).size).toBe(sizeOf(readable))
  expect(await everyPage(url(readable, '/secrets', '&maxresults=1'))).toEqual(pages)
})

test('a page holds 25 at most and its link is absolute, with port, version, token and size in that order', async () => {
  const [page] = (await everyPage(url(readable, '/secrets'))).filter(({ value }) => value.length > 0)
  expect(page?.value.length).toBe(25)
  expect(page?.nextLink).toMatch(
    new RegExp(
      `^https://${readable.name}\\.vault\\.azure\\.net:443/secrets\\?api-version=7\\.5&\\$skiptoken=[\\w-]+&maxresults=25$`,
    ),
  )
})

test('the last page says nextLink null', async () => {
  expect((await everyPage(url(readable, '/keys'))).at(-1)?.nextLink).toBeNull()
})

test('an item shows the newest version without its id, times in seconds, and how the vault is protected', async () => {
  const object = organization
    .objectsAt(readable.name, now)
    .find(({ kind, deletedAt }) => kind === 'secret' && !deletedAt)
  const newest = object?.versions.at(-1)
  const items = (await everyPage(url(readable, '/secrets'))).flatMap(({ value }) => value)
  const item = items.find(({ id }) => String(id).endsWith(`/secrets/${object?.name}`))
  expect(item?.attributes).toMatchObject({
    enabled: newest?.enabled,
    created: Math.floor((newest?.createdAt.getTime() ?? 0) / 1000),
    recoverableDays: readable.properties.softDeleteRetentionInDays,
    recoveryLevel: expect.stringMatching(/^(Customized)?Recoverable(\+Purgeable)?$/),
  })
  expect(JSON.stringify(items)).not.toContain('CANARY')
})

test('keys carry kid, certificates a thumbprint and an empty subject, and what they manage is marked', async () => {
  const vault = vaultThat(
    ({ name, access }) =>
      access === 'readable' && organization.objectsAt(name, now).some(({ kind }) => kind === 'certificate'),
  )
  const [certificates, keys, secrets] = await Promise.all(
    ['/certificates', '/keys', '/secrets'].map(async (path) =>
      (await everyPage(url(vault, path))).flatMap(({ value }) => value),
    ),
  )
  expect(certificates?.[0]).toMatchObject({ subject: '', x5t: expect.stringMatching(/^[\w-]{27}$/) })
  expect(certificates?.[0]?.attributes).toMatchObject({ nbf: expect.any(Number), exp: expect.any(Number) })
  expect(keys?.every(({ kid }) => typeof kid === 'string')).toBe(true)
  expect(keys?.filter(({ managed }) => managed === true)).toHaveLength(certificates?.length ?? 0)
  expect(secrets?.filter(({ managed }) => managed === true)).toHaveLength(certificates?.length ?? 0)
})

test('versions come in the order of their ids, each with its own attributes', async () => {
  const object = organization
    .objectsAt(readable.name, now)
    .find(({ kind, versions }) => kind === 'secret' && versions.length > 3)
  const ids = (await everyPage(url(readable, `/secrets/${object?.name}/versions`, '&maxresults=2'))).flatMap(
    ({ value }) => value.map(({ id }) => String(id).split('/').at(-1)),
  )
  expect(ids).toEqual(object?.versions.map(({ id }) => id).sort())
})

test('deleted secrets tell when they went and when they will be purged', async () => {
  const vault = vaultThat(
    ({ name, access }) => access === 'readable' && organization.objectsAt(name, now).some(({ deletedAt }) => deletedAt),
  )
  const [item] = (await everyPage(url(vault, '/deletedsecrets'))).flatMap(({ value }) => value)
  expect(item).toMatchObject({
    recoveryId: expect.stringContaining('/deletedsecrets/'),
    deletedDate: expect.any(Number),
    scheduledPurgeDate: expect.any(Number),
  })
})

test('with a deleted certificate its secret and key are deleted too, and marked as managed', async () => {
  const deleted = { name: 'gone-tls', deletedAt: new Date('2026-11-18T00:00:00Z') }
  for (const kind of ['certificate', 'secret', 'key'] as const)
    organization.amend({
      kind: 'object',
      from: deleted.deletedAt,
      vault: readable.name,
      object: { ...deleted, kind, managed: kind !== 'certificate' },
    })
  const marks = async (path: string) =>
    (await everyPage(url(readable, path)))
      .flatMap(({ value }) => value)
      .filter(({ recoveryId }) => String(recoveryId).endsWith('/gone-tls'))
      .map(({ managed }) => managed)
  expect(await Promise.all(['/deletedcertificates', '/deletedsecrets', '/deletedkeys'].map(marks))).toEqual([
    [undefined],
    [true],
    [true],
  ])
  organization.undoAmendments()
})

test('a key nobody configured, such as that of a certificate, answers with a policy that only notifies', async () => {
  const vault = vaultThat(
    ({ name, access }) =>
      access === 'readable' && organization.objectsAt(name, now).some(({ kind, managed }) => kind === 'key' && managed),
  )
  const key = organization.objectsAt(vault.name, now).find(({ kind, managed }) => kind === 'key' && managed)
  expect((await ask(url(vault, `/keys/${key?.name}/rotationpolicy`))).body).toEqual({
    id: expect.stringMatching(/\/rotationpolicy$/),
    lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
    attributes: {},
  })
})

test('rotation and certificate policies are told as on the wire', async () => {
  const objects = vaults
    .filter(({ access }) => access === 'readable')
    .flatMap((vault) => organization.objectsAt(vault.name, now).map((object) => ({ vault, object })))
  const key = objects.find(({ object }) => object.kind === 'key' && !object.managed)
  const certificate = objects.find(({ object }) => object.kind === 'certificate')
  if (!key || !certificate) throw new Error('the estate has no keys or certificates')
  const rotation = await ask(url(key.vault, `/keys/${key.object.name}/rotationpolicy`))
  expect(rotation.body).toMatchObject({
    id: expect.stringMatching(/\/rotationpolicy$/),
    lifetimeActions: expect.any(Array),
  })
  const policy = await ask(url(certificate.vault, `/certificates/${certificate.object.name}/policy`))
  expect(policy.body).toMatchObject({ key_props: { kty: 'RSA' }, lifetime_actions: [{ action: expect.any(Object) }] })
})

test('answers carry the recorded headers and echo the client request id', async () => {
  const { headers } = await ask(url(readable, '/secrets'), { headers: { 'x-ms-client-request-id': 'abc' } })
  expect(headers).toMatchObject({
    'x-ms-keyvault-region': readable.location,
    'x-ms-client-request-id': 'abc',
    'x-ms-keyvault-rbac-assignment-id': expect.any(String),
  })
})
