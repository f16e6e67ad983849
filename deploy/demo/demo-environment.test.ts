import { expect, test } from 'vitest'
import { demoEnvironment } from './demo-environment.ts'

test('nothing that leads to a real organization or database reaches the demo', () => {
  const from = {
    NODE_ENV: 'test' as const,
    PATH: '/usr/bin',
    DATABASE_URL: 'postgresql://production',
    KEMPT_SUBSCRIPTIONS: 'real',
    ENTRA_TENANT_ID: 'real',
    AZURE_CLIENT_SECRET: 'real',
    https_proxy: 'http://proxy.example.org',
  }
  const environment = demoEnvironment(from, { standIn: { HTTPS_PROXY: 'stand-in' }, ours: { KEMPT_DEMO: '1' } })
  expect(environment).toEqual({ NODE_ENV: 'test', PATH: '/usr/bin', HTTPS_PROXY: 'stand-in', KEMPT_DEMO: '1' })
})
