// The estate changes, and Kempt sees it: a secret that is made badly, a vault that goes dark.
import type { Vault } from './azure/organization/organization.ts'
import { expect, test } from './house.ts'
import type { Azure } from './house/azure.ts'
import { lead } from './house/people.ts'

test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 1440, height: 900 } })
test.beforeEach(({ signedInAs }) => signedInAs(lead))
test.afterEach(({ azure }) => azure.heals())
// With everything that the runs asked for.
test.afterAll(async ({ azure }) => expect(await azure.violations()).toEqual([]))

const dayMs = 86_400_000

function aReadableVault(azure: Azure, suits: (vault: Vault) => boolean = () => true): Vault {
  const vault = azure
    .estate(new Date())
    .vaults.find((one) => one.access === 'readable' && one.diagnosticsAccess !== 'denied' && suits(one))
  if (!vault) throw new Error('No vault can be read.')
  return vault
}

test('a secret without expiry turns up after a run, and closes when it is mended', { tag: '@changes' }, async ({
  kempt,
  azure,
}) => {
  const { atRisk, snapshots } = kempt
  const vault = aReadableVault(azure).name
  const name = `made-in-a-hurry-${Date.now()}`
  const version = {
    id: '0123456789abcdef0123456789abcdef',
    createdAt: new Date(),
    updatedAt: new Date(),
    enabled: true,
    notBeforeAt: null,
    expiresAt: null,
    contentType: 'text/plain',
    tags: {},
  }
  await azure.amend({ kind: 'object', from: new Date(), vault, object: { kind: 'secret', name, versions: [version] } })
  await snapshots.takeOne()
  await atRisk.open(`?q=${name}`)
  await expect(atRisk.row(name)).toContainText('Secret never expires')
  await expect(atRisk.row(name)).toContainText('under a day')

  const expiresAt = new Date(Date.now() + 60 * dayMs)
  await azure.amend({
    kind: 'object',
    from: new Date(),
    vault,
    object: { kind: 'secret', name, versions: [{ ...version, expiresAt }] },
  })
  await snapshots.takeOne()
  await atRisk.open(`?q=${name}`)
  await expect(atRisk.nothing).toBeVisible()
})

test('while a run goes on, the page counts the vaults it has done', { tag: '@changes' }, async ({ kempt, azure }) => {
  const { snapshots } = kempt
  await azure.fails({ id: 'slow', match: { host: '*.vault.azure.net' }, act: { kind: 'delay', ms: 2000 } })
  const vaults = azure.estate(new Date()).vaults.length
  await snapshots.open()
  await snapshots.runNow.click()
  await expect(snapshots.bar).toHaveAttribute('aria-valuemax', `${vaults}`)
  await expect(snapshots.progress).toContainText(`of ${vaults} vaults`)
  await expect(snapshots.busy).toBeDisabled()
  await azure.heals()
  await expect(snapshots.progress).toBeHidden({ timeout: 60_000 })
  await expect(snapshots.runs.getByRole('row').filter({ hasText: 'By hand' }).first()).toContainText('ana.silva')
})

test('a vault that goes dark is unknown with its reason, keeps its findings, and makes nothing look better', {
  tag: '@changes',
}, async ({ page, kempt, azure }) => {
  const { atRisk, overview, snapshots, standing } = kempt
  const vault = aReadableVault(azure, ({ name }) => name.includes('-prod-')).name
  await atRisk.open(`?vault=${vault}`)
  const before = (await atRisk.json()).map(({ key }) => key)
  expect(before.length).toBeGreaterThan(5)
  await overview.open()
  const posture = await overview.postureNow()
  const read = await standing.vaultsRead()

  await azure.amend({ kind: 'access', from: new Date(), vault, access: 'firewall' })
  await snapshots.takeOne()

  await expect(snapshots.gapsOf(vault)).toContainText('The firewall of the vault does not let Kempt in.')
  await snapshots.gapsOf(vault).getByText('How to grant it').first().click()
  await expect(snapshots.gapsOf(vault)).toContainText(`az keyvault network-rule add --name ${vault}`)

  // What the control plane still tells goes on failing; the rest cannot be judged, and is as open as when it was last seen.
  await atRisk.open(`?vault=${vault}`)
  const stillFailing = (await atRisk.json()).map(({ key }) => key)
  await atRisk.open(`?vault=${vault}&status=unknown`)
  const lastSeenFailing = (await atRisk.json())
    .filter(({ failing_since }) => failing_since !== null)
    .map(({ key }) => key)
  expect([...stillFailing, ...lastSeenFailing]).toEqual(expect.arrayContaining(before))
  await overview.open()
  expect(await standing.vaultsRead()).toBe(read - 1)
  expect(await overview.postureNow()).toBeLessThanOrEqual(posture)
  await page.goto(`/vaults/${vault}`)
  await expect(page.getByRole('region', { name: 'Coverage' })).toContainText('The firewall of the vault')
})
