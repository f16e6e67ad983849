// A result as the query API sends it: one table, dynamic cells as JSON text, at most half a million rows.
import type { Result } from '../kql/compile.ts'
import type { AzureResponse } from '../imitated-service.ts'

export const mostRows = 500_000

export function queryAnswer(
  { columns, rows }: Result,
  include: { statistics: boolean; render: boolean },
): AzureResponse {
  const dynamics = columns.flatMap(({ type }, index) => (type === 'dynamic' ? [index] : []))
  const sent = rows.length > mostRows ? rows.slice(0, mostRows) : rows
  for (const row of sent) {
    for (const index of dynamics) {
      const value = row[index] ?? null
      row[index] = value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)
    }
  }
  return {
    status: 200,
    body: {
      tables: [{ name: 'PrimaryResult', columns, rows: sent }],
      ...(include.statistics ? { statistics: statistics(sent.length) } : {}),
      ...(include.render ? { render: {} } : {}),
      ...(rows.length > mostRows ? { error: tooManyRows } : {}),
    },
  }
}

function statistics(tableRowCount: number) {
  return { query: { executionTime: 0.015625, datasetStatistics: [{ tableRowCount, tableSize: tableRowCount * 64 }] } }
}

const tooManyRows = {
  code: 'PartialError',
  message: 'There were some errors when processing your query.',
  details: [
    {
      code: 'EngineError',
      message: 'Something went wrong processing your query on the server.',
      innererror: {
        code: '-2133196797',
        message: `The results of this query exceed the set limit of ${mostRows} records, so not all records were returned (E_QUERY_RESULT_SET_TOO_LARGE, 0x80DA0003).`,
      },
    },
  ],
}
