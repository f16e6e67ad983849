import type { EvidencePart } from '#lib/domain/evidence.ts'
import type { UnreadCode } from '#lib/domain/observed.ts'

const partWords: Record<EvidencePart, string> = {
  secrets: 'secrets',
  keys: 'keys',
  certificates: 'certificates',
  versions: 'versions',
  renewals: 'rotation and renewal policies',
  keyMaterial: 'key types and sizes',
  history: 'earlier states',
  diagnostics: 'diagnostic settings',
  valueRoles: 'role assignments',
  eventTopics: 'Event Grid topics',
  accessLog: 'access log',
  ownCalls: 'earlier calls of Kempt',
}

const codeWords: Record<UnreadCode, string> = {
  'forbidden-by-rbac': 'no role assignment allows it',
  'forbidden-by-access-policy': 'no access policy allows it',
  'forbidden-by-firewall': "the vault's firewall refused",
  'forbidden-by-connection': 'the vault takes private connections only',
  forbidden: 'Azure refused without saying why',
  'not-found': 'Azure did not find it',
  'name-not-resolved': "the vault's name does not resolve",
  throttled: 'Azure asked to slow down for too long',
  'timed-out': 'no answer came in time',
  'malformed-answer': 'the answer could not be understood',
  'server-error': 'Azure answered with an error of its own',
  'connection-failed': 'the connection failed',
  'sign-in-failed': 'the sign-in failed',
  'not-logged': 'nothing sends it where Kempt can read it',
  'log-silent': 'a setting sends it, and nothing ever arrived',
  'workspace-unreadable': 'its workspace could not be read',
  'subscription-unseen': 'the subscription cannot be seen any more',
  'not-asked': 'Kempt did not ask for it',
}

/**
 * "The secrets and keys were not read: the vault's firewall refused." Made from the code alone: a reason's detail names
 * single requests and would differ every day.
 */
export function unreadBecause(parts: readonly EvidencePart[], code: UnreadCode, how: 'not' | 'partly' = 'not'): string {
  const words = parts.map((part) => partWords[part])
  const what = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0]
  const verb = words.length === 1 && parts[0] === 'accessLog' ? 'was' : 'were'
  return `The ${what} ${verb} ${how === 'not' ? 'not read' : 'read only in part'}: ${codeWords[code]}.`
}
