// Every kind of page there is, by its name: for promises that all of them keep.
import type { VaultObject } from '../azure/organization/organization.ts'

/** `vault` is the name of any vault, `row` the key of any row of At risk, `caller` the identity of any caller,
 * `object` any object of the vault: `secret/smtp-password`. */
export const everyPage = ({
  vault,
  row,
  caller,
  object,
}: {
  vault: string
  row: string
  caller: string
  object: string
}): Record<string, string> => ({
  Overview: '/',
  'At risk': '/findings?size=25',
  'At risk, one row open': `/findings?size=25&row=${row}`,
  'At risk by rule': '/findings?group=rule',
  'At risk, one by one': '/findings?size=25&group=finding',
  'Opened and fixed': '/findings/flow',
  'At risk by vault': '/findings?group=vault',
  'At risk, waived': '/findings?status=waived',
  'At risk, not judged': '/findings?size=25&status=unknown',
  'At risk, fewer columns': '/findings?columns=name&columns=risk&columns=expires&sort=since',
  'At risk, nothing found': '/findings?q=there-is-no-such-name',
  Calendar: '/calendar',
  'Calendar, a list': '/calendar?view=list',
  'How posture is made': '/posture',
  Vaults: '/vaults',
  'Vaults, deleted': '/vaults?show=deleted',
  Vault: `/vaults/${vault}`,
  Object: `/vaults/${vault}/${object}`,
  Callers: '/callers',
  'Callers, fewer columns': '/callers?columns=name&columns=denied&columns=last&sort=reads',
  Owners: '/owners',
  'Owners, nothing found': '/owners?q=there-is-no-such-name',
  'What nobody owns': '/owners/none',
  Owner: '/owners/dispatch',
  Mine: '/mine',
  'Callers, nothing found': '/callers?q=there-is-no-such-name',
  Caller: `/callers/${encodeURIComponent(caller)}`,
  Rules: '/rules',
  Rule: '/rules/secret-overdue-for-rotation',
  Changes: '/changes',
  'Changes, nothing found': '/changes?q=there-is-no-such-name',
  Operations: '/operations',
  'Operations, nothing found': '/operations?q=there-is-no-such-name',
  Waivers: '/waivers',
  Snapshots: '/snapshots',
  'Snapshots, access logs with gaps': '/snapshots?log=gaps',
  Policy: '/policy',
  'Policy, a draft':
    '/policy?nearExpiryDays=90&overrides=1&override.0.environment=development&override.0.rotationDays=180',
  Audit: '/audit',
  'Search results': `/search?q=${vault}`,
  'Search results, nothing found': '/search?q=there-is-no-such-name',
  'Snapshots of a day before history': '/snapshots?asOf=2020-01-01',
})

/** The one with the most versions: the most there can be on a page. */
export function anyObject(objects: readonly VaultObject[]): string {
  const [most] = objects
    .filter(({ managed, deletedAt }) => !managed && !deletedAt)
    .sort((one, other) => other.versions.length - one.versions.length)
  return most ? `${most.kind}/${most.name}` : ''
}
