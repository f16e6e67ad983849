// A change to the organization as it arrives in JSON: instants are ISO text there and dates here.
import type { Amendment } from '../organization/organization.ts'
import { ControlError } from './control-error.ts'

const instants = new Set([
  'from',
  'until',
  'arrivesAt',
  'createdAt',
  'updatedAt',
  'notBeforeAt',
  'expiresAt',
  'deletedAt',
  'scheduledPurgeAt',
])
/** Free text inside these belongs to the estate; a tag called expiresAt stays a tag. */
const opaque = new Set(['tags', 'properties', 'policy'])

/** Throws ControlError when it is no amendment. */
export function readAmendment(json: unknown): Amendment {
  const amendment = withDates(json)
  if (!isAmendment(amendment)) {
    throw new ControlError(
      'An amendment has a kind (vault, object, access, reads, vault-gone), a from and a vault (and its object, with whole versions if any, or its access); roles has a principalId and its roles; a late-log has a from, an until, a workspace and an arrivesAt.',
    )
  }
  return amendment
}

function withDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDates)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, dated(key, part)]))
}

function dated(key: string, part: unknown): unknown {
  if (opaque.has(key)) return part
  if (!instants.has(key) || typeof part !== 'string') return withDates(part)
  const date = new Date(part)
  if (Number.isNaN(date.getTime())) throw new ControlError(`${key} is not an instant: ${part}`)
  return date
}

/** A list of versions replaces the one there was, so each has to be whole. */
function areVersions(versions: unknown): boolean {
  if (versions === undefined) return true
  if (!Array.isArray(versions) || versions.length === 0) return false
  return versions.every(
    ({ id, createdAt, updatedAt, enabled, tags }) =>
      typeof id === 'string' &&
      createdAt instanceof Date &&
      updatedAt instanceof Date &&
      typeof enabled === 'boolean' &&
      typeof tags === 'object',
  )
}

function isAmendment(value: unknown): value is Amendment {
  const { kind, from, vault, object, access, everyMinutes, workspace, until, arrivesAt, principalId, roles } =
    Object(value)
  if (!(from instanceof Date)) return false
  switch (kind) {
    case 'vault':
      return typeof Object(vault).name === 'string'
    case 'object':
      return (
        typeof vault === 'string' &&
        typeof Object(object).name === 'string' &&
        typeof object.kind === 'string' &&
        areVersions(object.versions)
      )
    case 'access':
      return typeof vault === 'string' && typeof access === 'string'
    case 'reads':
      return typeof vault === 'string' && typeof Object(object).name === 'string' && everyMinutes > 0
    case 'vault-gone':
      return typeof vault === 'string'
    case 'roles':
      return typeof principalId === 'string' && Array.isArray(roles)
    case 'late-log':
      return typeof workspace === 'string' && until instanceof Date && until > from && arrivesAt instanceof Date
    default:
      return false
  }
}
