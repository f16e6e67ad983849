import { expect, test } from 'vitest'
import { notApplicable } from './decision.ts'
import { defineRule, kindsOf, partsOf } from './rule.ts'
import secretExpired from './secret-expired.ts'

const { check: _, ...manual } = secretExpired

// These are tests for the compiler: `tsc` fails when one of the expected errors is missing.
test('what a rule did not declare is not handed to it', () => {
  const rule = defineRule({
    ...manual,
    subject: 'secret',
    needs: ['diagnostics'],
    consults: [],
    thresholds: ['rotationDays'],
    check(evidence, { thresholds }) {
      evidence.diagnostics satisfies readonly object[]
      evidence.secret.name satisfies string
      thresholds.rotationDays satisfies number
      // @ts-expect-error the access log was not declared
      evidence.accessLog
      // @ts-expect-error nor were the keys
      evidence.keys
      // @ts-expect-error the subject is a secret
      evidence.certificate
      // @ts-expect-error a threshold that a preview would not know to move
      thresholds.nearExpiryDays
      return notApplicable('Only compiled.')
    },
  })
  expect(rule.needs).toEqual(['diagnostics'])
})

test('a vault rule has no object, and an undeclared part stays undeclared when nothing is', () => {
  const rule = defineRule({
    ...manual,
    subject: 'vault',
    needs: [],
    consults: [],
    thresholds: [],
    check(evidence) {
      // @ts-expect-error there is no object
      evidence.object
      // @ts-expect-error and no log
      evidence.accessLog
      return notApplicable('Only compiled.')
    },
  })
  expect(partsOf(rule)).toEqual([])
})

test('a rule about objects looks at every list, a rule about secrets at one', () => {
  expect(kindsOf({ subject: 'object' })).toEqual(['secret', 'key', 'certificate'])
  expect(partsOf({ ...secretExpired, needs: ['diagnostics'], consults: ['accessLog'] })).toEqual([
    'secrets',
    'diagnostics',
    'accessLog',
  ])
})
