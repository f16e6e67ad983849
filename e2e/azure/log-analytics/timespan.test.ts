import { expect, test } from 'vitest'
import { parseTimespan } from './timespan.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const at = (text: string) => Date.parse(text)

test.each([
  ['P1D', '2026-11-21T12:00:00Z', '2026-11-22T12:00:00Z'],
  ['PT24H', '2026-11-21T12:00:00Z', '2026-11-22T12:00:00Z'],
  ['P1DT30M', '2026-11-21T11:30:00Z', '2026-11-22T12:00:00Z'],
  ['2026-11-01/2026-11-02T06:00:00.500Z', '2026-11-01T00:00:00Z', '2026-11-02T06:00:00.500Z'],
  ['2026-11-01T00:00:00Z/P1D', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'],
  ['PT1H/2026-11-01T00:00:00Z', '2026-10-31T23:00:00Z', '2026-11-01T00:00:00Z'],
])('%s', (text, from, to) => {
  expect(parseTimespan(text, now)).toEqual({ from: at(from), to: at(to) })
})

test.each(['yesterday', 'P', 'PT', '1D', '2026-11-01', '2026-11-01/later', 'P1D/P1D', 'P1D/2026-11-01/P1D'])(
  '%s is no timespan',
  (text) => {
    expect(parseTimespan(text, now)).toBeNull()
  },
)
