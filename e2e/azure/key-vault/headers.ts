// The headers every answer of Key Vault carries, as recorded.
import { randomUUID } from 'node:crypto'
import type { Vault } from '../organization/organization.ts'
import { guidOf } from '../organization/seeded-random.ts'
import type { AzureRequest } from '../imitated-service.ts'

export function commonHeaders({ headers, address }: AzureRequest, vault: Vault): Record<string, string> {
  const clientRequestId = headers['x-ms-client-request-id']
  return {
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    expires: '-1',
    'content-type': 'application/json; charset=utf-8',
    'strict-transport-security': 'max-age=31536000;includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-ms-keyvault-region': vault.location,
    'x-ms-keyvault-service-version': '1.9.2203.1',
    'x-ms-keyvault-network-info': `conn_type=Ipv4;addr=${address};act_addr_fam=InterNetwork;`,
    'x-ms-request-id': randomUUID(),
    ...(typeof clientRequestId === 'string' ? { 'x-ms-client-request-id': clientRequestId } : {}),
    ...(vault.properties.enableRbacAuthorization === true
      ? {
          'x-ms-keyvault-rbac-assignment-id': guidOf('rbac', vault.name).replaceAll('-', ''),
          'x-ms-keyvault-rbac-cache': 'ra_age=121;da_age=8244;rd_age=8244;brd_age=19133;ra_notif_age=139;dec_lev=0;',
        }
      : {}),
  }
}
