// The columns of At risk and their heads, in order; the first one names the row.
export const tableColumns = {
  name: 'Name',
  risk: 'Findings',
  owner: 'Owner and place',
  expires: 'Expires',
  rotated: 'Last rotated',
  read: 'Last read',
  since: 'Failing for',
} as const

export type TableColumn = keyof typeof tableColumns

export const tableColumnKeys = Object.keys(tableColumns) as TableColumn[]
