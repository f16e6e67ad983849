// What a data-plane request asks for, from its method and path alone.
import type { VaultObject } from '../organization/organization.ts'

type Kind = VaultObject['kind']

export type Operation =
  | { kind: 'list'; of: Kind }
  | { kind: 'versions'; of: Kind; name: string }
  | { kind: 'deleted'; of: Kind }
  | { kind: 'key'; name: string; version: string | null }
  | { kind: 'rotation-policy'; name: string }
  | { kind: 'certificate-policy'; name: string }
  /** A value, or the use of a private key: what a reader of metadata never asks for. */
  | { kind: 'value'; of: Kind; name: string; version: string | null; action: string; isRead: boolean }
  | { kind: 'write'; of: Kind | null }
  | { kind: 'unknown' }

const kinds: Record<string, Kind> = { secrets: 'secret', keys: 'key', certificates: 'certificate' }

/** Uses of a key that need its private half, or give it away. The others are public arithmetic, yet no business of ours. */
const keyActions = new Set(['sign', 'decrypt', 'unwrapkey', 'release', 'encrypt', 'wrapkey', 'verify'])

export function operationOf(method: string, path: string): Operation {
  // The SDK asks for a secret's current value with an empty version: `/secrets/name/`.
  const [collection = '', name, third, fourth] = path.split('/').filter(Boolean).map(decoded)
  const of = kinds[collection.toLowerCase()]
  const action = (fourth ?? third ?? '').toLowerCase()

  if (method === 'POST' && of) {
    if (name && action === 'backup') return { kind: 'value', of, name, version: null, action: 'backup', isRead: false }
    if (of === 'key' && name && keyActions.has(action))
      return { kind: 'value', of, name, version: fourth ? (third ?? null) : null, action, isRead: false }
  }
  if (method !== 'GET') return { kind: 'write', of: of ?? null }

  const deleted = /^deleted(secrets|keys|certificates)$/i.exec(collection)?.[1]?.toLowerCase()
  if (deleted && !name) return { kind: 'deleted', of: kinds[deleted] ?? 'secret' }
  if (!of) return { kind: 'unknown' }
  if (!name) return { kind: 'list', of }
  if (third === 'versions' && !fourth) return { kind: 'versions', of, name }
  if (of === 'key')
    return third === 'rotationpolicy'
      ? { kind: 'rotation-policy', name }
      : { kind: 'key', name, version: third ?? null }
  if (of === 'certificate') return third === 'policy' ? { kind: 'certificate-policy', name } : { kind: 'unknown' }
  return fourth ? { kind: 'unknown' } : { kind: 'value', of, name, version: third ?? null, action: 'get', isRead: true }
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The permission an operation needs, as Azure RBAC and as access policies name it. */
export function permissionFor(operation: Operation): { action: string; policy: string } {
  const on = (kind: Kind, permission: string, action: string) => ({
    action: `Microsoft.KeyVault/vaults/${kind}s/${action}`,
    policy: `${kind}s ${permission}`,
  })
  switch (operation.kind) {
    case 'list':
    case 'versions':
    case 'deleted':
      return on(operation.of, 'list', operation.of === 'secret' ? 'readMetadata/action' : 'read')
    case 'key':
      return on('key', 'get', 'read')
    case 'rotation-policy':
      return { action: 'Microsoft.KeyVault/vaults/keyrotationpolicies/read', policy: 'keys getrotationpolicy' }
    case 'certificate-policy':
      return on('certificate', 'get', 'read')
    case 'value':
      return operation.isRead
        ? on('secret', 'get', 'getSecret/action')
        : on(operation.of, operation.action, `${operation.action}/action`)
    case 'write':
    case 'unknown':
      return on(operation.kind === 'write' ? (operation.of ?? 'secret') : 'secret', 'set', 'write')
  }
}
