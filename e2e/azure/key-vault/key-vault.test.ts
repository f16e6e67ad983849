import { afterEach, describe, expect, test } from 'vitest'
import type { Vault } from '../organization/organization.ts'
import { askingOf } from './asking.ts'
import { createKeyVault } from './key-vault.ts'

const now = new Date('2026-11-20T03:00:00Z')
const audience = 'https://vault.azure.net'
const service = createKeyVault()
const { organization, azure, ask, bearer, clock } = await askingOf(service, audience, now)
const vaults = organization.estateAt(now).vaults
const vaultThat = (test: (vault: Vault) => boolean) => {
  const vault = vaults.find(test)
  if (!vault) throw new Error('no such vault in the estate')
  return vault
}
const isRbac = ({ properties }: Vault) => properties.enableRbacAuthorization === true
const readable = vaultThat((vault) => vault.access === 'readable' && isRbac(vault))
const withPolicies = vaultThat((vault) => vault.access === 'readable' && !isRbac(vault))

const url = (vault: Vault, path: string, query = '') =>
  `https://${vault.name}.vault.azure.net${path}?api-version=7.5${query}`

describe('requests that are not right', () => {
  test.each([
    ['no api-version', '/secrets', ''],
    ['an unknown api-version', '/secrets', '?api-version=1999-01-01'],
    ['more than 25 a page', '/secrets', '?api-version=7.5&maxresults=26'],
    ['no item a page', '/secrets', '?api-version=7.5&maxresults=0'],
    ['a made-up token', '/secrets', '?api-version=7.5&$skiptoken=abc'],
  ])('%s is a bad parameter', async (_, path, query) => {
    const { status, body } = await ask(`https://${readable.name}.vault.azure.net${path}${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { code: 'BadParameter' } })
  })

  test('an encoded parameter name is understood, as the SDK sends it', async () => {
    const { status } = await ask(`https://${readable.name}.vault.azure.net/secrets?api%2Dversion=7.5`)
    expect(status).toBe(200)
  })
})

describe('who may not', () => {
  test.each([
    ['without a token', async () => null, 'AKV10000'],
    ['with a token for ARM', () => bearer({ aud: 'https://management.azure.com' }), 'AKV10022'],
    ['with a token of another tenant', () => bearer({ tid: 'another' }), 'AKV10032'],
    ['with an expired token', () => bearer({}, -60), 'TokenExpired'],
    ['with nonsense', async () => 'Bearer nonsense', 'AKV10046'],
  ])('%s the challenge names tenant and resource', async (_, authorization, code) => {
    const { status, headers, body } = await ask(url(readable, '/secrets'), { authorization: await authorization() })
    expect(status).toBe(401)
    expect(headers['www-authenticate']).toBe(
      `Bearer authorization="https://login.microsoftonline.com/${organization.tenantId}", resource="https://vault.azure.net"`,
    )
    expect(body).toMatchObject({ error: { code: 'Unauthorized', message: expect.stringContaining(code) } })
  })

  test('somebody else is refused by role or by policy, whichever the vault uses', async () => {
    const authorization = await bearer({ oid: 'somebody', appid: 'something' })
    expect((await ask(url(readable, '/secrets'), { authorization })).body).toMatchObject({
      error: {
        innererror: { code: 'ForbiddenByRbac' },
        message: expect.stringContaining('secrets/readMetadata/action'),
      },
    })
    expect((await ask(url(withPolicies, '/keys'), { authorization })).body).toMatchObject({
      error: {
        innererror: { code: 'AccessDenied' },
        message: expect.stringContaining('does not have keys list permission'),
      },
    })
  })

  test.each([
    ['no-role', 'ForbiddenByRbac', 'Caller is not authorized to perform action on resource.'],
    ['no-policy', 'AccessDenied', 'does not have secrets list permission on key vault'],
    ['firewall', 'ForbiddenByFirewall', 'Client address: 20.1.2.3'],
    ['private-only', 'ForbiddenByConnection', 'Public network access is disabled'],
  ] as const)('a vault with %s answers %s', async (access, code, words) => {
    const vault = vaultThat((each) => each.access === access)
    const { status, body } = await ask(url(vault, '/secrets'))
    expect(status).toBe(403)
    expect(body).toMatchObject({
      error: { code: 'Forbidden', innererror: { code }, message: expect.stringContaining(words) },
    })
  })
})

describe('what Kempt was given is all it may do', () => {
  const codeOf = (body: Record<string, unknown>) =>
    JSON.stringify(body).match(/"innererror":\{"code":"(\w+)"/)?.[1] ?? null
  const operations = [
    '/secrets',
    '/secrets/s/versions',
    '/deletedsecrets',
    '/keys',
    '/keys/k/rotationpolicy',
    '/deletedkeys',
    '/certificates',
    '/certificates/c/policy',
    '/deletedcertificates',
  ]
  const refusals = async (vault: Vault) => {
    const codes = await Promise.all(operations.map(async (path) => [path, codeOf((await ask(url(vault, path))).body)]))
    return Object.fromEntries(codes.filter(([, code]) => code !== null))
  }
  const amended = (properties: Record<string, unknown>, more: Partial<Vault> = {}) => {
    organization.amend({ kind: 'vault', from: new Date(0), vault: { name: 'kv-amended', properties, ...more } })
    return vaultNow('kv-amended')
  }
  const vaultNow = (name: string) => {
    const vault = organization.estateAt(now).vaults.find((each) => each.name === name)
    if (!vault) throw new Error(`no vault ${name}`)
    return vault
  }
  const policyOf = (permissions: Record<string, string[]>) => ({
    enableRbacAuthorization: false,
    accessPolicies: [{ objectId: organization.kemptIdentity.objectId, permissions }],
  })
  afterEach(() => organization.undoAmendments())

  test('Key Vault Reader, or the access policy Kempt asks for, is enough for everything it reads', async () => {
    expect(await refusals(readable)).toEqual({})
    expect(await refusals(withPolicies)).toEqual({})
    expect(await refusals(amended({}))).toEqual({})
    expect(await refusals(amended({ enableRbacAuthorization: false }))).toEqual({})
  })

  test('an access policy with list alone shows no rotation policy and no certificate policy', async () => {
    const list = ['List']
    expect(await refusals(amended(policyOf({ secrets: list, keys: list, certificates: list })))).toEqual({
      '/keys/k/rotationpolicy': 'AccessDenied',
      '/certificates/c/policy': 'AccessDenied',
    })
    expect(await refusals(amended(policyOf({ secrets: ['all'] })))).not.toHaveProperty('/deletedsecrets')
  })
})

test('past its limit a vault answers 429 without Retry-After until ten real seconds have passed', async () => {
  let realMs = 0
  const hurried = await askingOf(createKeyVault({ limit: 3, nowMs: () => realMs }), audience, now)
  const statuses = async (count: number) => {
    const answers = []
    for (let call = 0; call < count; call++) answers.push(await hurried.ask(url(readable, '/keys')))
    return answers
  }
  const answers = await statuses(4)
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  expect(answers[3]?.body).toMatchObject({ error: { code: 'Throttled' } })
  expect(answers[3]?.headers['retry-after']).toBeUndefined()
  realMs = 10_000
  expect((await statuses(1))[0]?.status).toBe(200)
})

const resolves = (name: string) => service.resolves?.(`${name}.vault.azure.net`, azure)

test('a name resolves unless it is gone or never was', () => {
  expect(resolves(readable.name)).toBe(true)
  expect(resolves(readable.name.toUpperCase())).toBe(true)
  expect(resolves(vaultThat(({ access }) => access === 'firewall').name)).toBe(true)
  expect(resolves(vaultThat(({ access }) => access === 'name-gone').name)).toBe(false)
  expect(resolves('kv-never-was')).toBe(false)
})

test('the name of a vault that was deleted resolves up to then', () => {
  organization.amend({ kind: 'vault-gone', from: now, vault: readable.name })
  expect(resolves(readable.name)).toBe(false)
  clock.set(new Date(now.getTime() - 1000))
  expect(resolves(readable.name)).toBe(true)
  clock.set(now)
  organization.undoAmendments()
})
