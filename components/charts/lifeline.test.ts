import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Cadence } from './cadence.tsx'
import { cadenceOf } from './cadence-of.ts'
import { Lifeline } from './lifeline.tsx'
import { type LifelineQuestion, type LifelineVersion, placeLifeline } from './place-lifeline.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)
const until = day('2026-11-23')
const made = (version: string | null, on: string, said: Partial<LifelineVersion> = {}): LifelineVersion => ({
  ...{ version: version?.repeat(4) ?? null, createdAt: day(on), expiresAt: null, movedFromAt: null, enabled: true },
  ...said,
})

const draw = (versions: LifelineVersion[], more: Partial<LifelineQuestion> = {}) => {
  const question = { versions, until, rotationDays: 60, ...more }
  const lifeline = placeLifeline(question)
  if (!lifeline) throw new Error('nothing was placed')
  const props = { label: 'Versions of stripe', lifeline, nowLabel: 'today', rotationDays: question.rotationDays }
  return renderToStaticMarkup(createElement(Lifeline, props))
}

test('the name says how many versions there are, and how the current one stands', () => {
  const two = draw([made('aaaa1111', '2026-07-01'), made('bbbb2222', '2026-09-01', { expiresAt: day('2027-01-01') })])
  expect(two).toContain(
    'aria-label="Versions of stripe: 2 versions; the current one made on 2026-09-01, 83 days ago; expires 2027-01-01; overdue for rotation"',
  )
})

test('enabled, older and disabled are told by a word, and disabled by its outline', () => {
  const drawn = draw([
    made('aaaa1111', '2026-07-01', { enabled: false }),
    made('bbbb2222', '2026-08-01'),
    made('cccc3333', '2026-11-01'),
  ])
  expect(drawn).toContain('>current</text>')
  expect(drawn).toContain('>older, enabled</text>')
  expect(drawn).toContain('>disabled</text>')
  expect(drawn).toContain('stroke-dasharray:3_2')
  expect(drawn).toContain('Replaced, still enabled</li>')
  expect(draw([made('cccc3333', '2026-11-01')])).not.toContain('Disabled</li>')
})

test('an expiry that was moved shows both dates, in the drawing and in the table', () => {
  const drawn = draw([made('a', '2026-10-01', { expiresAt: day('2026-12-01'), movedFromAt: day('2026-11-01') })])
  expect(drawn).toContain('expires 2026-12-01, moved')
  expect(drawn).toContain('<td>expires 2026-12-01</td><td>2026-11-01</td>')
  expect(drawn).toContain('Expiry it had before</li>')
})

test('what was not read is hatched and said', () => {
  const drawn = draw([made(null, '2026-10-01')], { gaps: [{ from: null, to: day('2026-10-01') }] })
  expect(drawn).toMatch(/fill="url\(#[^"]+\)"/)
  expect(drawn).toContain('some versions not read')
  expect(drawn).toContain('id not known')
  expect(drawn).toContain('made 2026-10-01 00:00 UTC')
})

test('where no rule asks for rotation there is no line', () => {
  const drawn = draw([made('a', '2026-01-01')], { rotationDays: null })
  expect(drawn).not.toContain('To be rotated by then')
  expect(drawn).toContain('<td>no rule</td>')
})

test('no two rows have the same key, and nothing has a style attribute', () => {
  const twins = [made('a', '2026-10-01'), made('b', '2026-10-01'), made('c', '2026-10-01')]
  expect(draw(twins)).not.toContain('style=')
})

test('the days between rotations stand against the line, with what is not over yet', () => {
  const steps = cadenceOf([day('2026-06-01'), day('2026-10-01')], until)
  const drawn = renderToStaticMarkup(createElement(Cadence, { label: 'Days between rotations', steps, lineDays: 60 }))
  expect(drawn).toContain('<td>2026-10-01</td><td>122 days, 62 days over</td>')
  expect(drawn).toContain('<td>2026-11-23</td><td>53 days so far</td>')
  expect(drawn).toContain('>60 days</text>')
})
