import { expect, test } from 'vitest'
import { createFaults, type FaultRule } from './faults.ts'

const list = { method: 'GET', host: 'kv-1.vault.azure.net', path: '/secrets' }
const hits = (faults: ReturnType<typeof createFaults>, count: number, request = list) =>
  Array.from({ length: count }, () => faults.next(request)?.kind ?? '-').join(' ')
const rule = (id: string, more: Partial<FaultRule>): FaultRule => ({ id, match: {}, act: { kind: 'reset' }, ...more })

test('a rule hits the requests it names, whatever their case, and no others', () => {
  const faults = createFaults()
  faults.add(rule('one', { match: { host: '*.Vault.azure.net', path: '/secrets*', method: 'get' } }))
  expect(faults.next(list)).toEqual({ kind: 'reset' })
  expect(faults.next({ ...list, path: '/secrets/a/versions' })).toEqual({ kind: 'reset' })
  expect(faults.next({ ...list, path: '/keys' })).toBeNull()
  expect(faults.next({ ...list, method: 'POST' })).toBeNull()
  expect(faults.next({ ...list, host: 'vaultXazure.net' })).toBeNull()
})

test('a rule may name one segment of a path, and what is asked beyond the path', () => {
  const faults = createFaults()
  faults.add(rule('one', { match: { path: '/secrets/{}/versions', question: '?api-version=*&$skiptoken=*' } }))
  const versions = { ...list, path: '/secrets/a/versions', question: '?api-version=7.6&$skiptoken=abc' }
  expect(faults.next(versions)).toEqual({ kind: 'reset' })
  expect(faults.next({ ...versions, path: '/secrets/a/b/versions' })).toBeNull()
  expect(faults.next({ ...versions, question: '?api-version=7.6' })).toBeNull()
  expect(faults.next({ ...list, path: '/secrets/a/versions' })).toBeNull()
})

test('a rule may wait, come round every so often, and end', () => {
  const faults = createFaults()
  faults.add(rule('one', { match: { after: 2, every: 3 }, times: 2 }))
  expect(hits(faults, 12)).toBe('- - - - reset - - reset - - - -')
  expect(faults.list()).toMatchObject([{ id: 'one', seen: 12, hits: 2 }])
})

test('the first rule that strikes wins, and one that rests lets the next have its turn', () => {
  const faults = createFaults()
  faults.add(rule('first', { times: 1 }))
  faults.add(rule('second', { act: { kind: 'malformed' } }))
  expect(hits(faults, 3)).toBe('reset malformed malformed')
  faults.remove('second')
  expect(hits(faults, 1)).toBe('-')
})

test('adding a rule again starts it anew', () => {
  const faults = createFaults()
  faults.add(rule('one', { times: 1 }))
  expect(hits(faults, 2)).toBe('reset -')
  faults.add(rule('one', { times: 1 }))
  expect(hits(faults, 2)).toBe('reset -')
})

test('what is drawn by lot is the same for the same seed', () => {
  const drawn = (seed: number) => {
    const faults = createFaults({ seed })
    faults.add(rule('one', { match: { chance: 0.3 } }))
    return hits(faults, 200)
  }
  expect(drawn(7)).toBe(drawn(7))
  expect(drawn(7)).not.toBe(drawn(8))
  const struck = drawn(7).split('reset').length - 1
  expect(struck).toBeGreaterThan(40)
  expect(struck).toBeLessThan(80)
})

test('a throttle has a bucket for each host, and refills with time', () => {
  let nowMs = 0
  const faults = createFaults({ nowMs: () => nowMs })
  faults.add(rule('slow down', { act: { kind: 'throttle', perSecond: 2, burst: 3 } }))
  expect(hits(faults, 5)).toBe('- - - throttle throttle')
  expect(hits(faults, 1, { ...list, host: 'kv-2.vault.azure.net' })).toBe('-')
  nowMs = 500
  expect(hits(faults, 2)).toBe('- throttle')
})

test('a tunnel breaks only when a rule names CONNECT', () => {
  const faults = createFaults()
  const tunnel = { method: 'CONNECT', host: list.host, path: '' }
  faults.add(rule('requests', { match: { host: list.host } }))
  expect(faults.next(tunnel)).toBeNull()
  faults.add(rule('tunnels', { match: { host: list.host, method: 'CONNECT' } }))
  expect(faults.next(tunnel)).toEqual({ kind: 'reset' })
})
