import { expect, test } from 'vitest'
import { unreadCodes } from '#lib/domain/observed.ts'
import { partsText, reasonText } from './gap-words.ts'

const gap = (parts: Parameters<typeof partsText>[0]['parts']) =>
  partsText({ parts, code: 'forbidden', detail: '', sinceAt: new Date('2026-11-12T02:15:00Z') })

test('parts that were not seen at all are a plain list', () => {
  expect(gap([{ part: 'secrets', missing: 'all' }])).toBe('Secrets')
  expect(
    gap([
      { part: 'keys', missing: 'all' },
      { part: 'diagnostics', missing: 'all' },
      { part: 'access-log', missing: 'all' },
    ]),
  ).toBe('Keys, diagnostic settings and access log')
})

test('what was seen in part is told apart from what was not seen', () => {
  expect(
    gap([
      { part: 'secrets', missing: 'fields' },
      { part: 'keys', missing: 'fields' },
      { part: 'certificates', missing: 'all' },
      { part: 'versions', missing: 'items' },
    ]),
  ).toBe('Certificates; some of the versions; some details of secrets and keys')
})

test.each(unreadCodes)('%s is a sentence', (code) => {
  expect(reasonText(code)).toMatch(/^[A-Z].*\.$/)
})
