import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { chosenZone } from './chosen-zone.ts'
import { Time } from './time.tsx'

// Outside of a request nothing is remembered: here the choice is made in its stead.
vi.mock('./chosen-zone.ts', () => ({ chosenZone: vi.fn(() => 'UTC') }))

const at = new Date('2026-11-23T23:15:00Z')
const shown = (props: Omit<Parameters<typeof Time>[0], 'at'> = {}) =>
  renderToStaticMarkup(createElement(Time, { at, ...props }))

beforeEach(() => {
  vi.mocked(chosenZone).mockReturnValue('UTC')
})

test('an instant is told in UTC unless somebody chose another zone', () => {
  expect(shown()).toContain('>2026-11-23 23:15 UTC<')
  vi.mocked(chosenZone).mockReturnValue('Asia/Kathmandu')
  expect(shown()).toContain('>2026-11-24 05:00 UTC+5:45<')
  expect(shown()).toContain('title="2026-11-23T23:15:00.000Z: 2026-11-24 05:00 UTC+5:45, Asia/Kathmandu"')
})

test('a date is one in UTC, whatever was chosen', () => {
  vi.mocked(chosenZone).mockReturnValue('Asia/Kathmandu')
  expect(shown({ to: 'day' })).toContain('title="2026-11-23T23:15:00.000Z" class="whitespace-nowrap">2026-11-23<')
})

test('an age has the exact instant in its title, in the chosen zone too', () => {
  vi.mocked(chosenZone).mockReturnValue('Europe/Berlin')
  const text = shown({ now: new Date('2026-11-24T12:00:00Z') })
  expect(text).toContain('>12 hours ago<')
  expect(text).toContain('2026-11-24 00:15 UTC+1, Europe/Berlin')
})
