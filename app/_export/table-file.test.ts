import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FileFormat, type FileRow, tableFile } from './table-file.ts'

const file = (format: FileFormat, batches: readonly (readonly FileRow[])[]) =>
  tableFile({
    name: 'kempt-test-2026-11-23',
    format,
    columns: ['name', 'enabled', 'expires_at'],
    write: async (take) => {
      for (const batch of batches) await take(batch)
    },
  })

const row = (name: string): FileRow => ({ name, enabled: false, expires_at: null })

test('a csv file has its header once, however many batches there are', async () => {
  const response = file('csv', [[row('one')], [row('two'), row('three')]])
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="kempt-test-2026-11-23.csv"')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(await response.text()).toBe('name,enabled,expires_at\none,false,\ntwo,false,\nthree,false,\n')
})

test('a name that a spreadsheet would run is made harmless', async () => {
  expect(await file('csv', [[row('=HYPERLINK("http://evil")')]]).text()).toContain(`"'=HYPERLINK(""http://evil"")"`)
})

test.each(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])(
  'neither does a cell that begins with %j, whichever column it is in',
  async (letter) => {
    const cell = `${letter}cmd|' /C calc'!A0`
    const text = await file('csv', [[{ name: cell, enabled: false, expires_at: cell }]]).text()
    expect(text.split(`'${letter}cmd`)).toHaveLength(3)
  },
)

/** Names and tags as people type and paste them: quotes, line ends, commas, formulas, writing of every direction. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', '@', '-', '+', "'", ' ', 'a', '\ufeff'),
    maxLength: 9,
  }),
)
/** What a spreadsheet takes for the beginning of a formula; the wide forms are read as the narrow ones. */
const formula = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/

test('a csv file is read back by a parser of another author as the rows it was written from, and runs nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyText, { maxLength: 4 }), { maxLength: 4 }), async (batches) => {
      const text = await file(
        'csv',
        batches.map((names) => names.map(row)),
      ).text()
      const [header, ...rows] = parse(text)
      expect(header).toEqual(['name', 'enabled', 'expires_at'])
      const safe = (name: string) => (formula.test(name) ? `'${name}` : name)
      expect(rows).toEqual(batches.flat().map((name) => [safe(name), 'false', '']))
    }),
    { seed: 20261123, numRuns: 300 },
  )
})

test('a file without rows still says what its columns are', async () => {
  expect(await file('csv', []).text()).toBe('name,enabled,expires_at\n')
  expect(await file('json', []).json()).toEqual([])
})

test('a json file is one list over all batches', async () => {
  expect(await file('json', [[row('one')], [], [row('two')]]).json()).toEqual([row('one'), row('two')])
})

test('what breaks while it is read breaks the download: half a file is not handed out as a whole one', async () => {
  const response = tableFile({
    name: 'x',
    format: 'json',
    columns: [],
    write: async (take) => {
      await take([row('one')])
      throw new Error('the database went away')
    },
  })
  await expect(response.text()).rejects.toThrow('the database went away')
})
