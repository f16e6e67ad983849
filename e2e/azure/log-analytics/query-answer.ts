// A result as the query API sends it: one table, dynamic cells as JSON text, at most half a million rows and 64 MB.
import type { Result } from '../kql/compile.ts'
import type { AzureResponse } from '../imitated-service.ts'

export const mostRows = 500_000
export const mostBytes = 64_000_000

export function queryAnswer(
  { columns, rows }: Result,
  include: { statistics: boolean; render: boolean },
): AzureResponse {
  const dynamics = columns.flatMap(({ type }, index) => (type === 'dynamic' ? [index] : []))
  const few = rows.length > mostRows ? rows.slice(0, mostRows) : rows
  for (const row of few) {
    for (const index of dynamics) {
      const value = row[index] ?? null
      row[index] = value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)
    }
  }
  const sent = few.slice(0, rowsThatFit(few))
  const error = sent.length < few.length ? tooManyBytes : few.length < rows.length ? tooManyRows : null
  return {
    status: 200,
    body: {
      tables: [{ name: 'PrimaryResult', columns, rows: sent }],
      ...(include.statistics ? { statistics: statistics(sent.length) } : {}),
      ...(include.render ? { render: {} } : {}),
      ...(error ? { error } : {}),
    },
  }
}

/** How many of the rows make up no more than the bytes that are sent; weighed a thousand at a time. */
function rowsThatFit(rows: Result['rows']): number {
  const step = 1000
  let bytes = 0
  // No row of audit log reaches six kilobytes: a few of them always fit.
  if (rows.length < 10 * step) return rows.length
  for (let from = 0; from < rows.length; from += step) {
    bytes += JSON.stringify(rows.slice(from, from + step)).length
    if (bytes > mostBytes) return from
  }
  return rows.length
}

function statistics(tableRowCount: number) {
  return { query: { executionTime: 0.015625, datasetStatistics: [{ tableRowCount, tableSize: tableRowCount * 64 }] } }
}

const partialError = (limit: string) => ({
  code: 'PartialError',
  message: 'There were some errors when processing your query.',
  details: [
    {
      code: 'EngineError',
      message: 'Something went wrong processing your query on the server.',
      innererror: {
        code: '-2133196797',
        message: `The results of this query exceed the set limit of ${limit}, so not all records were returned (E_QUERY_RESULT_SET_TOO_LARGE, 0x80DA0003).`,
      },
    },
  ],
})

export const tooManyRows = partialError(`${mostRows} records`)
export const tooManyBytes = partialError(`${mostBytes} bytes`)
