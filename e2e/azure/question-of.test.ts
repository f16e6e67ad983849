import { expect, test } from 'vitest'
import { questionOf } from './question-of.ts'

const asked = (method: string, url: string, body = '') =>
  questionOf({ method, url: new URL(url), headers: {}, body, address: '127.0.0.1' })

test('a query in the body is the question, and parameters are it where there is none', () => {
  const graph = 'https://management.azure.com/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01'
  expect(asked('POST', graph, '{"query":"resources | take 1","options":{}}')).toBe('resources | take 1')
  expect(asked('POST', graph, 'no json')).toBe('?api-version=2024-04-01')
  expect(asked('POST', graph, 'null')).toBe('?api-version=2024-04-01')
  expect(asked('GET', 'http://127.0.0.1/msi/token?resource=https%3A%2F%2Fvault.azure.net')).toBe(
    '?resource=https://vault.azure.net',
  )
  expect(asked('GET', 'https://kv-1.vault.azure.net/secrets')).toBe('')
})
