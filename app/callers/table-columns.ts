// The columns of Callers and their heads, in order; the first one names the row.
export const tableColumns = {
  name: 'Who',
  reads: 'Reads',
  objects: 'Objects',
  vaults: 'Vaults',
  denied: 'Refused',
  throttled: 'Throttled',
  addresses: 'Addresses',
  needless: 'Needless, 7 days',
  first: 'First seen',
  last: 'Last seen',
} as const

export type TableColumn = keyof typeof tableColumns

export const tableColumnKeys = Object.keys(tableColumns) as TableColumn[]
