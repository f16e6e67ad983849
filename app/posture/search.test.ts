import { expect, test } from 'vitest'
import { wholeEstate } from '#lib/queries/posture-filter.ts'
import { postureHref, readPostureFilter, rowsHref } from './search.ts'

test('an address says which part it is of, and is read back the same', () => {
  const filter = { vault: null, owner: 'team pay', subscription: null, environment: 'none' }
  const href = postureHref(filter, '2026-11-01')
  expect(href).toBe('/posture?asOf=2026-11-01&owner=team+pay&environment=none')
  expect(readPostureFilter(Object.fromEntries(new URLSearchParams(href.split('?')[1])))).toEqual(filter)
})

test('the whole estate has the shortest address, and blanks are nothing', () => {
  expect(postureHref(wholeEstate, null)).toBe('/posture')
  expect(readPostureFilter({ vault: ' ', owner: '', subscription: undefined })).toEqual(wholeEstate)
})

test('a number leads to rows of the same part', () => {
  const filter = { ...wholeEstate, subscription: 'Retail', environment: 'production' }
  expect(rowsHref(filter, { rules: ['weak-key'], status: 'waived' }, null)).toBe(
    '/findings?status=waived&rule=weak-key&subscription=Retail&environment=production',
  )
})
