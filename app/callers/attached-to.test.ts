import { expect, test } from 'vitest'
import { attachedText, callerText, resourceText } from './attached-to.ts'

const group = '/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/rg-shop/providers'

test.each([
  [`${group}/microsoft.web/sites/app-shop-production`, 'web app app-shop-production'],
  [`${group}/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop`, 'user-assigned identity id-shop'],
  [`${group}/microsoft.web/sites/app-shop/slots/staging`, 'slot app-shop/staging'],
  [`${group}/microsoft.unheard/ofs/one`, 'microsoft.unheard/ofs one'],
  [`${group}/microsoft.web/sites/app/providers/microsoft.unheard/ofs/one`, 'microsoft.unheard/ofs one'],
  ['not an id', 'not an id'],
  [`${group}/microsoft.web/sites`, `${group}/microsoft.web/sites`],
])('%s is the %s', (id, text) => {
  expect(resourceText(id)).toBe(text)
})

test('an identity of its own resource is that resource; a shared one is named with where it was used', () => {
  const app = `${group}/microsoft.web/sites/app-shop`
  const shared = `${group}/microsoft.managedidentity/userassignedidentities/id-shop`
  expect(attachedText({ resourceId: app, hostId: null })).toBe('web app app-shop')
  expect(attachedText({ resourceId: app, hostId: app })).toBe('web app app-shop')
  expect(attachedText({ resourceId: shared, hostId: app })).toBe(
    'user-assigned identity id-shop, used from web app app-shop',
  )
  expect(attachedText({ resourceId: null, hostId: null })).toBeNull()
})

test('beside its name a caller is not named a second time', () => {
  const app = `${group}/microsoft.web/sites/App-Shop`
  const shared = `${group}/microsoft.managedidentity/userassignedidentities/id-shop`
  const said = (name: string, resourceId: string | null, hostId: string | null = null) =>
    callerText({ kind: 'managed-identity', name, resourceId, hostId })
  expect(said('app-shop', app)).toBe('managed identity: web app')
  expect(said('id-shop', shared, app)).toBe('managed identity, used from web app App-Shop')
  expect(said('id-shop', shared)).toBe('managed identity: user-assigned identity')
  expect(said('else', app, app)).toBe('managed identity: web app App-Shop')
  expect(callerText({ kind: 'user', name: 'ana', resourceId: null, hostId: null })).toBe('person')
})
