import { CspEvaluator } from 'csp_evaluator'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, test } from 'vitest'
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts'

const production = contentSecurityPolicy('n0nce', { development: false })

test('without a nonce nothing runs and nothing is styled', () => {
  expect(production).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic';")
  expect(production).toContain("style-src 'self' 'nonce-n0nce';")
  expect(production).not.toContain('unsafe')
})

test('a page cannot be framed, rebased, or made to send a form elsewhere', () => {
  for (const directive of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
    expect(production).toContain(directive)
  }
})

test('markup is written through trusted types alone', () => {
  expect(production).toContain("require-trusted-types-for 'script'")
})

test('only the development server may use eval', () => {
  expect(contentSecurityPolicy('n', { development: true })).toContain("'unsafe-eval'")
})

test('nothing is kept in a cache on the way', () => {
  expect(new Map(securityHeaders('http://127.0.0.1:3000')).get('cache-control')).toBe('private, no-store')
})

test('https is made to last only where there is https', () => {
  const names = (url: string) => securityHeaders(url).map(([name]) => name)
  expect(names('https://kempt.halden.example')).toContain('strict-transport-security')
  expect(names('http://127.0.0.1:3000')).not.toContain('strict-transport-security')
})

/** What Google's evaluator has against a policy. That `'self'` is for browsers without `'strict-dynamic'` is no fault. */
const faults = (policy: string) =>
  new CspEvaluator(new CspParser(policy).csp)
    .evaluate()
    .filter(({ severity }) => severity !== Severity.NONE)
    .map(({ directive, value, description }) => `${directive} ${value ?? ''}: ${description}`)

test('an evaluator of another author reads the same policy, knows every directive of it, and finds nothing to weaken it', () => {
  expect(faults(contentSecurityPolicy('q7bX0vEJq1Wc5TnR8mZk3A==', { development: false }))).toEqual([])
  expect(new CspParser(production).csp.directives).toMatchObject({
    'default-src': ["'none'"],
    'script-src': ["'self'", "'nonce-n0nce'", "'strict-dynamic'"],
    'style-src': ["'self'", "'nonce-n0nce'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
  })
})

test.each([
  ["script-src 'self' 'nonce-n0nce' 'strict-dynamic'", "script-src 'self' 'unsafe-inline'"],
  ["base-uri 'none'; ", ''],
  ['; require', ' require'],
  ["require-trusted-types-for 'script'; ", ''],
  ["script-src 'self'", 'script-src https:'],
])('the evaluator notices %s turned into "%s"', (part, weaker) => {
  expect(production).toContain(part)
  expect(faults(production.replace(part, weaker))).not.toEqual([])
})
