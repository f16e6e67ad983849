import { expect, test } from 'vitest'
import { diagnose } from './diagnose.ts'

test('a good query has nothing to diagnose', () => {
  expect(
    diagnose("Resources | where type =~ 'microsoft.keyvault/vaults' | project id, properties", 'resource-graph'),
  ).toEqual([])
  expect(diagnose('AZKVAuditLogs | where HttpStatusCode >= 400 | count', 'log-analytics')).toEqual([])
  expect(diagnose('AzureDiagnostics | where httpStatusCode_d >= 400 | count', 'log-analytics')).toEqual([])
})

test('a misspelt column is found, with its place', () => {
  expect(diagnose('AZKVAuditLogs\n| where HttpStatus >= 400', 'log-analytics')).toMatchObject([
    { code: 'KS142', line: 2, column: 8 },
  ])
})

test('what only Resource Graph refuses is found too', () => {
  expect(diagnose('let x = 1; resources | take x', 'resource-graph')).toMatchObject([
    { code: 'ParserFailure', column: 0 },
  ])
  expect(diagnose('let x = 1; AZKVAuditLogs | take x', 'log-analytics')).toEqual([])
})
