// Which parts of the detail of an audit line are ever shown or exported. A list of what may be, not of what may not: whatever else
// somebody writes into a detail one day stays in the database until it is named here.

export const detailKeys = [
  'format',
  'kind',
  'until',
  'rules',
  'subjects',
  'waivers',
  'batches',
  'owners',
  'madeBy',
  'version',
  'previousVersion',
  'changed',
  'note',
  'reason',
  'again',
  'address',
  'status',
  'capturedAt',
  'vaults',
] as const

export type DetailKey = (typeof detailKeys)[number]

export type ShownDetail = Partial<Record<DetailKey, string>>

/** The parts of a detail that may be shown, as text; empty ones are left out. */
export function shownDetail(detail: Readonly<Record<string, unknown>>): ShownDetail {
  return Object.fromEntries(
    detailKeys.flatMap((key) => {
      const value = Object.hasOwn(detail, key) ? detail[key] : null
      if (typeof value === 'boolean') return [[key, value ? 'yes' : 'no']]
      return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [[key, `${value}`]] : []
    }),
  )
}
