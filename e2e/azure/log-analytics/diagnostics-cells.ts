// An access as AzureDiagnostics has it: every property flattened into a column whose ending tells its type.
import type { Access } from '../organization/organization.ts'
import type { Cells } from './cells.ts'
import { claimsOf } from './claims.ts'
import {
  correlationIdOf,
  idOf,
  isAddressAuthorized,
  isAuthorized,
  operationVersionOf,
  requestUriOf,
  signatureOf,
  tlsVersionOf,
} from './logged-call.ts'

export const diagnosticsCells: Cells = {
  TenantId: (_, workspace) => workspace.customerId,
  TimeGenerated: ({ at }) => at.getTime(),
  ResourceId: ({ vault }) => vault.id.toUpperCase(),
  Category: () => 'AuditEvent',
  ResourceGroup: ({ vault }) => vault.resourceGroup.toUpperCase(),
  SubscriptionId: ({ vault }) => vault.subscriptionId,
  ResourceProvider: () => 'MICROSOFT.KEYVAULT',
  Resource: ({ vault }) => vault.name.toUpperCase(),
  ResourceType: () => 'VAULTS',
  OperationName: ({ operation }) => operation,
  OperationVersion: operationVersionOf,
  ResultType: () => 'Success',
  ResultSignature: signatureOf,
  ResultDescription: ({ description }) => description ?? '',
  DurationMs: ({ durationMs }) => durationMs,
  CallerIPAddress: ({ address }) => address,
  CorrelationId: correlationIdOf,
  SourceSystem: () => 'Azure',
  Type: () => 'AzureDiagnostics',
  _ResourceId: ({ vault }) => vault.id.toLowerCase(),
}

const claim = (name: string) => (access: Access) => {
  const value = claimsOf(access)[name] ?? null
  return value === null || typeof value === 'string' ? value : JSON.stringify(value)
}

const schemas = 'identity_claim_http_schemas'

/** Null or empty where a row does not use the column: a workspace has it only from the first row that does. */
export const diagnosticsExtraCells: Cells = {
  id_s: idOf,
  clientInfo_s: ({ clientInfo }) => clientInfo,
  requestUri_s: requestUriOf,
  httpStatusCode_d: ({ httpStatus }) => httpStatus,
  tlsVersion_s: tlsVersionOf,
  isAccessPolicyMatch_b: (access) => isAuthorized(access, 'policies'),
  isRbacAuthorized_b: (access) => isAuthorized(access, 'roles'),
  isAddressAuthorized_b: isAddressAuthorized,
  addrAuthType_s: ({ address }) => (address ? 'PublicIP' : ''),
  identity_claim_oid_g: claim('oid'),
  identity_claim_appid_g: claim('appid'),
  identity_claim_appidacr_s: claim('appidacr'),
  identity_claim_idtyp_s: claim('idtyp'),
  identity_claim_upn_s: claim('upn'),
  identity_claim_unique_name_s: claim('unique_name'),
  identity_claim_ipaddr_s: claim('ipaddr'),
  identity_claim_scp_s: claim('scp'),
  identity_claim_amr_s: claim('amr'),
  identity_claim_xms_mirid_s: claim('xms_mirid'),
  identity_claim_xms_az_rid_s: claim('xms_az_rid'),
  identity_claim_xms_az_nwperimid_s: claim('xms_az_nwperimid'),
  [`${schemas}_microsoft_com_identity_claims_objectidentifier_g`]: claim(
    'http://schemas.microsoft.com/identity/claims/objectidentifier',
  ),
  [`${schemas}_xmlsoap_org_ws_2005_05_identity_claims_upn_s`]: claim(
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn',
  ),
  secretProperties_attributes_enabled_b: ({ object, httpStatus }) =>
    object?.kind === 'secret' && httpStatus === 200 ? true : null,
  keyProperties_attributes_hsmPlatform_s: ({ object, httpStatus }) =>
    object?.kind === 'key' && httpStatus === 200 ? '0' : null,
}

const known = new WeakMap<Access, { last: Access | undefined; count: number; used: ReadonlySet<string> }>()

/** Which of the extra columns the accesses of a day use. */
export function extraColumnsUsed(accesses: readonly Access[]): ReadonlySet<string> {
  const [first] = accesses
  if (!first) return new Set()
  const before = known.get(first)
  // A day that was amended meanwhile is made of other accesses.
  if (before?.last === accesses.at(-1) && before?.count === accesses.length) return before.used
  // One access of each form stands for all of them; a day has tens of thousands of accesses and some hundred forms.
  const forms = new Map<string, Access>()
  for (const access of accesses) {
    const usesRoles = access.vault.properties.enableRbacAuthorization === true
    forms.set(`${access.operation} ${access.httpStatus} ${access.caller?.kind} ${usesRoles}`, access)
  }
  const used = new Set<string>()
  for (const access of forms.values()) {
    for (const [column, read] of Object.entries(diagnosticsExtraCells)) {
      const value = read(access, nowhere)
      if (value !== null && value !== '') used.add(column)
    }
  }
  known.set(first, { last: accesses.at(-1), count: accesses.length, used })
  return used
}

const nowhere = {
  id: '',
  customerId: '',
  name: '',
  subscriptionId: '',
  resourceGroup: '',
  location: '',
  table: 'AzureDiagnostics',
  retentionDays: 0,
} as const
