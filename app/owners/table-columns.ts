// The columns of Owners and their heads, in order; the first one names the row.
export const tableColumns = {
  name: 'Owner',
  posture: 'Posture',
  trend: '13 weeks',
  change: '30 days',
  findings: 'Open findings',
  failing: 'Failing for',
  expiring: 'Expire in 30 days',
  objects: 'Objects',
  vaults: 'Vaults',
  unknown: 'Not judged',
  waived: 'Waived',
} as const

export type TableColumn = keyof typeof tableColumns

export const tableColumnKeys = Object.keys(tableColumns) as TableColumn[]
