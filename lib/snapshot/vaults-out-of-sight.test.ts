import { expect, test } from 'vitest'
import { vaultsOutOfSight } from './vaults-out-of-sight.ts'

test('of what is remembered only vaults are out of sight that are not listed and were not gone before', () => {
  const id = (subscription: string, name: string) =>
    `/subscriptions/${subscription}/resourcegroups/rg/providers/microsoft.keyvault/vaults/${name}`
  const vault = (name: string, goneAt: Date | null = null) => ({ id: 1, name, observedIn: 1, goneAt })
  const remembered = new Map([
    [id('aaaa', 'kv-gone'), vault('kv-gone')],
    [id('bbbb', 'kv-shop'), vault('kv-shop')],
    // Kempt has a role on this one alone.
    [id('bbbb', 'kv-listed'), vault('kv-listed')],
    [id('bbbb', 'kv-long-gone'), vault('kv-long-gone', new Date('2026-11-01T06:00:00Z'))],
  ])
  const { vaults, problems } = vaultsOutOfSight(remembered, {
    listedResourceIds: new Set([id('bbbb', 'kv-listed')]),
    isOutOfSight: (subscriptionId) => subscriptionId === 'bbbb',
  })
  expect(vaults).toMatchObject([{ name: 'kv-shop', reason: { code: 'subscription-unseen' } }])
  expect(problems).toEqual([expect.stringMatching(/^subscription bbbb cannot be seen any more: 1 vault .*Reader/)])
})
