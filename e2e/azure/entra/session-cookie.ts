// Who signed in last in this browser. It answers `prompt=none`, and is gone after sign-out.
import type { Person } from '../organization/organization.ts'
import type { AzureRequest } from '../imitated-service.ts'

const name = 'stand-in-entra-session'
const attributes = 'Path=/; HttpOnly; SameSite=Lax'

/** Object id of the person, or null. */
export function sessionOf({ headers }: AzureRequest): string | null {
  const pairs = (headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='))
  return pairs.find(([key]) => key === name)?.[1] ?? null
}

export function rememberSession({ objectId }: Person): Record<string, string> {
  return { 'set-cookie': `${name}=${objectId}; ${attributes}` }
}

export const forgetSession: Record<string, string> = { 'set-cookie': `${name}=; ${attributes}; Max-Age=0` }
