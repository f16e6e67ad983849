// An access as AZKVAuditLogs has it. Documented columns that Key Vault's own calls never fill are left out.
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

export const auditLogCells: Cells = {
  TenantId: (_, workspace) => workspace.customerId,
  TimeGenerated: ({ at }) => at.getTime(),
  AddressAuthorizationType: ({ address }) => (address ? 'PublicIP' : ''),
  CallerIpAddress: ({ address }) => address,
  ClientInfo: ({ clientInfo }) => clientInfo,
  CorrelationId: correlationIdOf,
  DurationMs: ({ durationMs }) => durationMs,
  HttpStatusCode: ({ httpStatus }) => httpStatus,
  Id: idOf,
  Identity: (access) => (access.caller ? { claim: claimsOf(access) } : {}),
  IsAccessPolicyMatch: (access) => isAuthorized(access, 'policies'),
  IsAddressAuthorized: isAddressAuthorized,
  IsRbacAuthorized: (access) => isAuthorized(access, 'roles'),
  KeyProperties: ({ object, httpStatus }) =>
    object?.kind === 'key' && httpStatus === 200 ? { attributes: { hsmPlatform: '0' } } : null,
  OperationName: ({ operation }) => operation,
  OperationVersion: operationVersionOf,
  RequestUri: requestUriOf,
  ResultDescription: ({ description }) => description ?? '',
  ResultSignature: signatureOf,
  ResultType: () => 'Success',
  SecretProperties: ({ object, httpStatus }) =>
    object?.kind === 'secret' && httpStatus === 200 ? { attributes: { enabled: true } } : null,
  Tlsversion: tlsVersionOf,
  SourceSystem: () => 'Azure',
  Type: () => 'AZKVAuditLogs',
  _ResourceId: ({ vault }) => vault.id.toLowerCase(),
  _SubscriptionId: ({ vault }) => vault.subscriptionId,
  _IsBillable: () => 'True',
}
