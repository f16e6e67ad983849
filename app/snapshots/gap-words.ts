// Parts, reasons and kinds of coverage as a person reads them.
import type { Part, UnreadCode } from '#lib/domain/observed.ts'
import type { CoverageFilter, CoverageGap } from '#lib/queries/list-coverage.ts'

const partWords: Record<Part, string> = {
  settings: 'settings',
  secrets: 'secrets',
  keys: 'keys',
  certificates: 'certificates',
  deleted: 'deleted objects',
  versions: 'versions',
  renewals: 'rotation and renewal policies',
  'key-material': 'key types and sizes',
  diagnostics: 'diagnostic settings',
  roles: 'role assignments',
  events: 'event topics',
  'access-log': 'access log',
}

const reasonWords: Record<UnreadCode, string> = {
  'forbidden-by-rbac': 'No role of Kempt on this vault allows it.',
  'forbidden-by-access-policy': 'No access policy of the vault allows it to Kempt.',
  'forbidden-by-firewall': 'The firewall of the vault does not let Kempt in.',
  'forbidden-by-connection': 'Public access is off, and no private endpoint leads from Kempt to the vault.',
  forbidden: 'Azure refused, without saying which permission is missing.',
  'not-found': 'Azure says it does not exist.',
  'name-not-resolved': 'The name of the vault does not resolve where Kempt runs.',
  throttled: 'Azure kept asking to slow down.',
  'timed-out': 'No complete answer came in time.',
  'malformed-answer': 'Azure gave an answer that makes no sense.',
  'server-error': 'Azure answered with an error of its own.',
  'connection-failed': 'No connection could be made.',
  'sign-in-failed': 'Kempt could not sign in.',
  'not-logged': 'No audit log of the vault arrives in a workspace Kempt can query.',
  'log-silent': 'A setting sends the audit log of the vault to a workspace, and nothing of it ever arrived there.',
  'workspace-unreadable': 'Kempt may not query the workspace the vault logs to.',
  'subscription-unseen':
    'Kempt cannot see the subscription of the vault any more. If it was cancelled, it stays unknown until KEMPT_SUBSCRIPTIONS leaves it out.',
  'not-asked': 'It was not asked for: another gap is in the way, or its turn has not come.',
}

export const filterWords: Record<CoverageFilter, string> = {
  not: 'Not read',
  partly: 'Partly read',
  log: 'Read, except details',
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "Certificates and versions; some details of secrets and keys": what is missing, all of it before some of it. */
export function partsText({ parts }: CoverageGap): string {
  const named = (kind: CoverageGap['parts'][number]['missing']) => {
    const some = parts.filter(({ missing }) => missing === kind)
    return some.length > 0 ? list.format(some.map(({ part }) => partWords[part])) : null
  }
  const [all, items, fields] = [named('all'), named('items'), named('fields')]
  const text = [all, items && `some of the ${items}`, fields && `some details of ${fields}`].filter(Boolean).join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const reasonText = (code: UnreadCode) => reasonWords[code]

/** Why something was not read, in a few words. */
export const unreadWords: Record<UnreadCode, string> = {
  'forbidden-by-rbac': 'no role that may list',
  'forbidden-by-access-policy': 'no access policy that may list',
  'forbidden-by-firewall': 'the firewall',
  'forbidden-by-connection': 'public access is off',
  forbidden: 'refused',
  'not-found': 'not found',
  'name-not-resolved': 'the name does not resolve',
  throttled: 'throttled',
  'timed-out': 'timed out',
  'malformed-answer': 'an answer that makes no sense',
  'server-error': 'an error in Azure',
  'connection-failed': 'no connection',
  'sign-in-failed': 'sign-in failed',
  'not-logged': 'not logged',
  'log-silent': 'the log never arrived',
  'workspace-unreadable': 'the workspace is not readable',
  'subscription-unseen': 'the subscription cannot be seen',
  'not-asked': 'not asked for',
}
