// The columns of Vaults and their heads, in order; the first one names the row.
export const tableColumns = {
  name: 'Vault',
  posture: 'Posture',
  findings: 'Open findings',
  coverage: 'Coverage',
  objects: 'Objects',
  owner: 'Owner and place',
  network: 'Network',
  access: 'Access',
  purge: 'Purge protected',
  logging: 'Audit log',
} as const

export type TableColumn = keyof typeof tableColumns

export const tableColumnKeys = Object.keys(tableColumns) as TableColumn[]
