// One access to a vault in the words of Key Vault's log, before it is laid out for either table.
import { createHash } from 'node:crypto'
import type { Access } from '../organization/organization.ts'

const signatures: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
}

const dataPlaneVersion = '7.4'
const controlPlaneVersion = '2023-07-01'

/** `OK`, `Forbidden` …; the result *type* is Success whatever happens. */
export function signatureOf({ httpStatus }: Access): string {
  return signatures[httpStatus] ?? String(httpStatus)
}

const isNotice = ({ operation }: Access) => operation.endsWith('EventGridNotification')

/** Calls to Resource Manager about the vault, rather than to the vault. */
export const isOnControlPlane = ({ operation }: Access) => operation.startsWith('Vault')

const isStopped = ({ httpStatus, description }: Access) =>
  httpStatus === 403 && /^(Client address|Public network access)/.test(description ?? '')

export function operationVersionOf(access: Access): string {
  return isNotice(access) ? '' : isOnControlPlane(access) ? controlPlaneVersion : dataPlaneVersion
}

export function tlsVersionOf(access: Access): string {
  return isNotice(access) || isOnControlPlane(access) ? '' : 'TLS1_3'
}

/** Whether the vault let the caller: by its roles or its access policies, as `model` asks. Null where it does not say:
 * notices, calls without a token, calls stopped by the firewall, and in the column of the other model. */
export function isAuthorized(access: Access, model: 'roles' | 'policies'): boolean | null {
  const usesRoles = access.vault.properties.enableRbacAuthorization === true
  const isDecided = access.caller !== null && !isOnControlPlane(access) && !isStopped(access)
  if (usesRoles !== (model === 'roles') || !isDecided) return null
  return access.httpStatus !== 403 || /not allowed on a disabled/.test(access.description ?? '')
}

export function isAddressAuthorized(access: Access): boolean | null {
  return access.address ? !isStopped(access) : null
}

const host = ({ vault }: Access) => `https://${vault.name.toLowerCase()}.vault.azure.net`
const plurals = { secret: 'secrets', key: 'keys', certificate: 'certificates' } as const
const deletedOperations = /(Purge|GetDeleted|Recover)$/

/** Address of what was called, with the version where the call reached one; for what is not there the bare name, for a list nothing. */
export function idOf(access: Access): string {
  const { object, operation, httpStatus } = access
  if (operation.startsWith('Vault')) return `${host(access)}/`
  if (!object) return ''
  const folder = deletedOperations.test(operation) ? `deleted${plurals[object.kind]}` : plurals[object.kind]
  const version = object.version && httpStatus !== 404 ? `/${object.version}` : ''
  return `${host(access)}/${folder}/${object.name}${version}`
}

const keyCalls: Readonly<Record<string, string>> = {
  KeySign: 'sign',
  KeyVerify: 'verify',
  KeyWrap: 'wrapkey',
  KeyUnwrap: 'unwrapkey',
  KeyEncrypt: 'encrypt',
  KeyDecrypt: 'decrypt',
}

export function requestUriOf(access: Access): string {
  return isNotice(access) ? '' : isOnControlPlane(access) ? managementUri(access) : dataUri(access)
}

/** What was asked for, with its whole query. SDKs ask for the current version by a name and a slash. */
function dataUri(access: Access): string {
  const { object, operation } = access
  const query = `?api-version=${dataPlaneVersion}`
  if (!object) {
    const kind = (['secret', 'key', 'certificate'] as const).find((each) => operation.toLowerCase().startsWith(each))
    const list = `${operation.includes('ListDeleted') ? 'deleted' : ''}${plurals[kind ?? 'secret']}`
    return `${host(access)}/${list}${query}${operation === 'Authentication' ? '' : '&maxresults=25'}`
  }
  const path = `${host(access)}/${plurals[object.kind]}/${object.name}`
  const action = keyCalls[operation]
  if (action) return `${path}/${object.version ?? ''}/${action}${query}`
  const verb = operation.replace(/^(Secret|Key|Certificate)/, '')
  switch (verb) {
    case 'Get':
      return `${path}/${query}`
    case 'Update':
      return `${path}/${object.version ?? ''}${query}`
    case 'ListVersions':
      return `${path}/versions${query}&maxresults=25`
    case 'Backup':
    case 'Rotate':
      return `${path}/${verb.toLowerCase()}${query}`
    case 'Restore':
      return `${host(access)}/${plurals[object.kind]}/restore${query}`
    case 'Recover':
      return `${host(access)}/deleted${plurals[object.kind]}/${object.name}/recover${query}`
    case 'Purge':
    case 'GetDeleted':
      return `${host(access)}/deleted${plurals[object.kind]}/${object.name}${query}`
    default:
      return `${path}${query}`
  }
}

function managementUri({ vault, operation }: Access): string {
  const uri = `https://${vault.location}.management.azure.com${vault.id}?api-version=${controlPlaneVersion}`
  return operation === 'VaultGet' ? `${uri}&MaskCMKEnabledProperties=true` : uri
}

/** The same for the same call, whenever it is asked for. */
export function correlationIdOf({ at, vault, operation, object, address }: Access): string {
  const call = [at.getTime(), vault.id, operation, object?.name, address].join(' ')
  const hex = createHash('md5').update(call).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
