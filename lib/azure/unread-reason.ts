// Why something could not be read: any failure of a call, as one stable code and one sentence.
import { isIP } from 'node:net'
import { ZodError } from 'zod'
import type { UnreadCode, UnreadReason } from '#lib/domain/observed.ts'
import { AzureFailure } from './wire/azure-failure.ts'

const longestDetail = 300

const codeOfRefusal: Record<string, UnreadCode> = {
  forbiddenbyrbac: 'forbidden-by-rbac',
  accessdenied: 'forbidden-by-access-policy',
  forbiddenbyfirewall: 'forbidden-by-firewall',
  forbiddenbyconnection: 'forbidden-by-connection',
}

const words: Record<UnreadCode, string> = {
  'forbidden-by-rbac': 'no role of this identity allows it',
  'forbidden-by-access-policy': 'no access policy of the vault allows it to this identity',
  'forbidden-by-firewall': 'the firewall of the vault does not let this address in',
  'forbidden-by-connection': 'public network access is off and no private endpoint leads here',
  forbidden: 'this identity may not do it',
  'not-found': 'it is not there',
  'name-not-resolved': 'the host name does not resolve; the vault is deleted, or known to a private DNS zone only',
  throttled: 'Azure kept asking to slow down',
  'timed-out': 'no complete answer came in time',
  'malformed-answer': 'the answer cannot be understood',
  'server-error': 'Azure could not answer',
  'connection-failed': 'no connection could be made or kept',
  'sign-in-failed': 'signing in failed, or the token was not accepted',
  'not-logged': 'it is not logged',
  'log-silent': 'a setting sends it, and nothing of it ever arrived',
  'workspace-unreadable': 'the workspace is gone or out of reach',
  'subscription-unseen':
    'its subscription cannot be seen any more; the role Reader is missing there, or it was cancelled',
  'not-asked': 'it was not asked for',
}

/**
 * Why reading `about` ("the secrets of vault kv-orders") failed. The sentence holds nothing that changes from day to day
 * (times, request ids) and nothing of a token: it is stored, compared and shown.
 */
export function unreadReason(failure: unknown, about: string): UnreadReason {
  const code = codeOf(failure)
  return describeUnread(code, about, evidenceOf(failure, code))
}

/** A reason in the same words for what was found out without a failing call. */
export function describeUnread(code: UnreadCode, about: string, evidence = words[code]): UnreadReason {
  const detail = `Could not read ${about}: ${evidence}.`
  return { code, detail: detail.length > longestDetail ? `${detail.slice(0, longestDetail - 1)}…` : detail }
}

function codeOf(failure: unknown): UnreadCode {
  // A type error out of an SDK is an answer of a shape it did not expect.
  if (!(failure instanceof AzureFailure)) return 'malformed-answer'
  if (failure.kind !== 'refused') return failure.kind
  const byCode = codeOfRefusal[failure.code?.toLowerCase() ?? '']
  if (byCode) return byCode
  switch (failure.status) {
    case 400:
      return refusalBehindArm(failure) ?? 'server-error'
    case 401:
      return 'sign-in-failed'
    case 403:
      return 'forbidden'
    case 404:
      return 'not-found'
    case 408:
    case 504:
      return 'timed-out'
    case 429:
      return 'throttled'
    default:
      return 'server-error'
  }
}

/** What the control plane cannot get out of a vault it calls a bad request: the vault's refusal is its code, or only in its words. */
function refusalBehindArm({ code, said }: AzureFailure): UnreadCode | null {
  const text = `${code} ${said}`
  const [telling] = /\b(ForbiddenBy(Rbac|Firewall|Connection)|AccessDenied)\b/i.exec(text) ?? []
  if (telling) return codeOfRefusal[telling.toLowerCase()] ?? 'forbidden'
  return /\bForbidden\b/i.test(text) ? 'forbidden' : null
}

function evidenceOf(failure: unknown, code: UnreadCode): string {
  if (!(failure instanceof AzureFailure)) {
    const kind =
      failure instanceof ZodError ? 'unexpected fields' : failure instanceof Error ? failure.name : 'no error'
    return `${words[code]} (${kind})`
  }
  const marks = [failure.status, failure.code && /^[\w.-]{1,60}$/.test(failure.code) ? failure.code : null]
  const mark = marks.filter((part) => part !== null).join(' ')
  const address = code === 'forbidden-by-firewall' ? addressOf(failure.said) : null
  return `${mark === '' ? '' : `${mark}, `}${words[code]}${address ? ` (${address})` : ''}`
}

/** The address to let in, as the firewall's refusal names it. */
function addressOf(said: string): string | null {
  const address = /Client address: ([0-9a-fA-F.:]+)/.exec(said)?.[1]?.replace(/\.$/, '')
  return address && isIP(address) !== 0 ? address : null
}
