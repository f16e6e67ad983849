import { expect, test } from 'vitest'
import type { PartCoverage } from '#lib/queries/vaults/list-vault-coverage.ts'
import { versionGaps } from './version-gaps.ts'

const day = (text: string) => new Date(`${text}T06:00:00Z`)
const until = day('2026-11-23')
const read: PartCoverage = {
  ...{ part: 'versions', status: 'read', missing: null, code: null, detail: null, sinceAt: day('2026-11-13') },
}
const listed = (on: string) => ({ version: on, createdAt: day(on) })
const seen = (on: string) => ({ version: null, createdAt: day(on) })

test('a list that was read and shows the current version has no gap', () => {
  expect(versionGaps([listed('2026-11-01'), seen('2026-08-01')], read, until)).toEqual({ gaps: [], says: [] })
})

test('where the list was never read, everything before the first sight is open', () => {
  const { gaps, says } = versionGaps([seen('2026-11-01')], { ...read, status: 'not', code: 'forbidden' }, until)
  expect(gaps).toEqual([{ from: null, to: day('2026-11-01') }])
  expect(says[0]).toMatch(/^Its list of versions was never read. Azure refused/)
  expect(versionGaps([seen('2026-11-01')], undefined, until).gaps).toHaveLength(1)
})

test('a list from before the current version leaves the time between open', () => {
  const { gaps } = versionGaps([seen('2026-11-01'), listed('2026-08-01')], { ...read, status: 'partly' }, until)
  expect(gaps).toEqual([{ from: day('2026-08-01'), to: day('2026-11-01') }])
})

test('what is no longer read is open since then', () => {
  const { gaps, says } = versionGaps([listed('2026-11-01')], { ...read, status: 'not', code: 'throttled' }, until)
  expect(gaps).toEqual([{ from: day('2026-11-13'), to: until }])
  expect(says[0]).toContain('Versions not read since 2026-11-13. Azure kept asking to slow down.')
})

test('of more versions than are looked at the older ones are not known', () => {
  const many = Array.from({ length: 100 }, (_, index) => ({ ...listed('2026-11-01'), version: `${index}` }))
  expect(versionGaps(many, read, until).says).toEqual(['The newest 100 versions are read; older ones are not known.'])
})

test('without any version nothing is said', () => {
  expect(versionGaps([], read, until)).toEqual({ gaps: [], says: [] })
})
