import { expect, test } from 'vitest'
import { catalogue } from '#lib/rules/catalogue.ts'
import { azurePolicyHref, benchmarkHref } from './control-href.ts'

test('every control of the benchmark that a rule names has a page', () => {
  const named = catalogue.flatMap(({ controls }) => controls.mcsb)
  expect(named.filter((id) => benchmarkHref(id) === null)).toEqual([])
  expect(benchmarkHref('DP-6')).toBe('https://learn.microsoft.com/security/benchmark/azure/mcsb-data-protection')
  expect(benchmarkHref('XX-1')).toBeNull()
})

test('a policy definition is found by its id', () => {
  expect(azurePolicyHref('b0eb591a-5e70-4534-a8bf-04b9c489584a')).toMatch(
    /policyDefinitions%2Fb0eb591a-5e70-4534-a8bf-04b9c489584a$/,
  )
})
