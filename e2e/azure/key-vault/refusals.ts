// How Key Vault says no, in its own words.
// https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
import type { Vault } from '../organization/organization.ts'
import type { AzureResponse } from '../imitated-service.ts'
import type { Identity, Refusal } from '../tokens.ts'

export type Asked = { vault: Vault; identity: Identity; address: string; action: string; policy: string }

const failure = (
  status: number,
  code: string,
  message: string,
  innererror?: string,
  headers: Record<string, string> = {},
): AzureResponse => ({
  status,
  headers,
  body: { error: { code, message, ...(innererror ? { innererror: { code: innererror } } : {}) } },
})

/** The challenge names tenant and resource: clients take both from it. */
export function unauthorized(refusal: Refusal, tenantId: string): AzureResponse {
  const challenge = `Bearer authorization="https://login.microsoftonline.com/${tenantId}", resource="https://vault.azure.net"`
  return failure(401, 'Unauthorized', unauthorizedMessages(tenantId)[refusal], undefined, {
    'www-authenticate': challenge,
  })
}

const unauthorizedMessages = (tenantId: string): Record<Refusal, string> => ({
  missing: 'AKV10000: Request is missing a Bearer or PoP token.',
  malformed: 'AKV10046: Unable to resolve the key used for signature validation.',
  expired: "[TokenExpired] Error validating token: 'S2S12086'.",
  'wrong-audience': 'AKV10022: Invalid audience. Expected https://vault.azure.net, found: another resource.',
  'wrong-tenant': `AKV10032: Invalid issuer. Expected one of https://sts.windows.net/${tenantId}/, found another tenant.`,
})

export function forbiddenByRbac({ vault, identity, action }: Asked): AzureResponse {
  return failure(
    403,
    'Forbidden',
    [
      'Caller is not authorized to perform action on resource.',
      'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
      callerLine(identity),
      `Action: '${action}'`,
      `Resource: '${vault.id.toLowerCase()}'`,
      'Assignment: (not found)',
      'DenyAssignmentId: null',
      "DecisionReason: 'DeniedWithNoValidRBAC' ",
      vaultLine(vault),
      '',
    ].join('\r\n'),
    'ForbiddenByRbac',
  )
}

export function accessDenied({ vault, identity, policy }: Asked): AzureResponse {
  const who = `appid=${identity.applicationId};oid=${identity.objectId};numgroups=1;iss=https://sts.windows.net/${identity.tenantId}/`
  return failure(
    403,
    'Forbidden',
    `The user, group or application '${who}' does not have ${policy} permission on key vault '${vault.name};location=${vault.location}'. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125287`,
    'AccessDenied',
  )
}

export function forbiddenByFirewall({ vault, identity, address }: Asked): AzureResponse {
  const lines = [
    'Client address is not authorized and caller is not a trusted service.',
    `Client address: ${address}`,
    callerLine(identity),
    vaultLine(vault),
  ]
  return failure(403, 'Forbidden', lines.join('\r\n'), 'ForbiddenByFirewall')
}

export function forbiddenByConnection({ vault, identity }: Asked): AzureResponse {
  const lines = [
    'Public network access is disabled and request is not from a trusted service nor via an approved private link.',
    callerLine(identity),
    vaultLine(vault),
  ]
  return failure(403, 'Forbidden', lines.join('\r\n'), 'ForbiddenByConnection')
}

const callerLine = ({ applicationId, objectId, tenantId }: Identity) =>
  `Caller: appid=${applicationId};oid=${objectId};iss=https://sts.windows.net/${tenantId}/`

const vaultLine = ({ name, location }: Vault) => `Vault: ${name};location=${location}`

export function notFound(kind: 'secret' | 'key' | 'certificate', name: string): AzureResponse {
  const code = { secret: 'SecretNotFound', key: 'KeyNotFound', certificate: 'CertificateNotFound' }[kind]
  return failure(
    404,
    code,
    `A ${kind} with (name/id) ${name} was not found in this key vault. If you recently deleted this ${kind} you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`,
  )
}

export const secretDisabled = () =>
  failure(403, 'Forbidden', 'Operation get is not allowed on a disabled secret.', 'SecretDisabled')

export const badParameter = (message: string) => failure(400, 'BadParameter', message)

/** Without Retry-After, as recorded: clients have to find their own pace. */
export const throttled = () =>
  failure(
    429,
    'Throttled',
    'Request was not processed because too many requests were received. Reason: VaultRequestTypeLimitReached',
  )
