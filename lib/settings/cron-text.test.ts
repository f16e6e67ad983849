import { expect, test } from 'vitest'
import { isCronText } from './cron-text.ts'

test.each(['15 2 * * *', '*/10 * * * *', '0 6-18/2 1,15 * mon-fri', '0 0 1 jan 7', ' 5  4 * DEC sun '])(
  '"%s" is a schedule',
  (text) => expect(isCronText(text)).toBe(true),
)

test.each([
  '',
  'daily',
  '15 2 * *',
  '0 15 2 * * *',
  '60 2 * * *',
  '15 24 * * *',
  '1 1 0 * *',
  '1 1 1 13 *',
  '*/0 * * * *',
  '5-1 * * * *',
  '1- * * * *',
  '@daily',
  '* * * mon *',
])('"%s" is none', (text) => expect(isCronText(text)).toBe(false))
