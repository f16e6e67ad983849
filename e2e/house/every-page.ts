// Every kind of page there is, by its name: for promises that all of them keep.

/** `vault` is the name of any vault, `row` the key of any row of At risk. */
export const everyPage = ({ vault, row }: { vault: string; row: string }): Record<string, string> => ({
  Overview: '/',
  'At risk': '/findings?size=25',
  'At risk, one row open': `/findings?size=25&row=${row}`,
  'At risk by rule': '/findings?group=rule',
  'At risk by vault': '/findings?group=vault',
  'At risk, not judged': '/findings?size=25&status=unknown',
  'At risk, nothing found': '/findings?q=there-is-no-such-name',
  Vaults: '/vaults',
  Vault: `/vaults/${vault}`,
  Rules: '/rules',
  Rule: '/rules/secret-overdue-for-rotation',
  Snapshots: '/snapshots',
  'Snapshots of a day before history': '/snapshots?asOf=2020-01-01',
})
