// Every kind of page there is, by its name: for promises that all of them keep.

/** `vault` is the name of any vault, `row` the key of any row of At risk. */
export const everyPage = ({ vault, row }: { vault: string; row: string }): Record<string, string> => ({
  Overview: '/',
  'At risk': '/findings?size=25',
  'At risk, one row open': `/findings?size=25&row=${row}`,
  'At risk by rule': '/findings?group=rule',
  'At risk by vault': '/findings?group=vault',
  'At risk, waived': '/findings?status=waived',
  'At risk, not judged': '/findings?size=25&status=unknown',
  'At risk, nothing found': '/findings?q=there-is-no-such-name',
  'How posture is made': '/posture',
  Vaults: '/vaults',
  'Vaults, deleted': '/vaults?show=deleted',
  Vault: `/vaults/${vault}`,
  Rules: '/rules',
  Rule: '/rules/secret-overdue-for-rotation',
  Changes: '/changes',
  'Changes, nothing found': '/changes?q=there-is-no-such-name',
  Waivers: '/waivers',
  Snapshots: '/snapshots',
  Policy: '/policy',
  'Policy, a draft':
    '/policy?nearExpiryDays=90&overrides=1&override.0.environment=development&override.0.rotationDays=180',
  'Snapshots of a day before history': '/snapshots?asOf=2020-01-01',
})
