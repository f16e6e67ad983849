// Two small tables, and a clock that stands still, for the tests of the engine.
import { compile, type Result } from './compile.ts'
import { columnsOf, type Schema } from './schema.ts'
import type { Row } from './values.ts'

export const now = new Date('2026-11-22T12:00:00Z')

export const sampleSchema: Schema = {
  tables: [
    {
      name: 'Calls',
      columns: columnsOf({
        At: 'datetime',
        Who: 'string',
        Status: 'int',
        Took: 'real',
        Ok: 'bool',
        Claims: 'dynamic',
        Wait: 'timespan',
        Id: 'guid',
      }),
    },
    { name: 'People', columns: columnsOf({ Who: 'string', Team: 'string', Desk: 'long' }) },
  ],
  tableNamesIgnoreCase: false,
  expandLimit: 128,
}

const at = (text: string) => Date.parse(text)

const rows: Readonly<Record<string, Row[]>> = {
  Calls: [
    {
      At: at('2026-11-22T10:15:00Z'),
      Who: 'ada',
      Status: 200,
      Took: 1.5,
      Ok: true,
      Claims: { appid: 'A-1', roles: ['reader', 'writer'], 'a.b': { deep: 7 } },
      Wait: 90_000,
      Id: '74be27de-1e4e-49d9-b579-fe0b331d3642',
    },
    {
      At: at('2026-11-22T10:45:00Z'),
      Who: 'Bob',
      Status: 403,
      Took: 2.5,
      Ok: false,
      Claims: { appid: 'B-2', roles: [] },
    },
    { At: at('2026-11-21T23:59:00Z'), Who: 'ada', Status: 200, Took: 4, Ok: true, Claims: { appid: 'A-1' } },
    { At: at('2026-11-20T08:00:00Z'), Status: 500, Claims: null },
  ],
  People: [
    { Who: 'ada', Team: 'Payments', Desk: 1 },
    { Who: 'cy', Team: 'Search', Desk: 2 },
  ],
}

/** Compiles and runs a query on the sample tables. */
export function ask(query: string): Result {
  return compile(query, sampleSchema).run({ rows: (table) => rows[table] ?? [], now })
}

/** The rows of an answer. */
export const rowsOf = (query: string) => ask(query).rows

/** The one cell of `print …`. */
export const printed = (expression: string) => ask(`print ${expression}`).rows[0]?.[0]

// The language service needs a second to get warm; better while the test file loads than in its first test.
ask('Calls | where Who == "ada" | summarize count() by Status')
