// The claims of a caller that Key Vault logs. They differ by who calls, and by the plane that was called.
import type { Bag } from '../kql/values.ts'
import type { Access } from '../organization/organization.ts'
import { isOnControlPlane } from './logged-call.ts'

/** The Azure portal's own application, through which people look into vaults. */
const portal = '3686488a-04fc-4d8a-b967-61f98ec41efe'

type Caller = NonNullable<Access['caller']>

const told = new WeakMap<Caller, { address: string; isOnControlPlane: boolean; claims: Bag }>()

/** Empty for a call without a token. Kept per caller, whose calls come by the thousand; only a person's tell the address. */
export function claimsOf(access: Access): Bag {
  const { caller } = access
  if (!caller) return {}
  const address = caller.kind === 'user' ? access.address : ''
  const last = told.get(caller)
  if (last?.address === address && last.isOnControlPlane === isOnControlPlane(access)) return last.claims
  const claims = claimsOfCaller(caller, access)
  told.set(caller, { address, isOnControlPlane: isOnControlPlane(access), claims })
  return claims
}

function claimsOfCaller(caller: Caller, access: Access): Bag {
  if (isOnControlPlane(access)) {
    return {
      'http://schemas.microsoft.com/identity/claims/objectidentifier': caller.objectId,
      ...(caller.kind === 'user'
        ? { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': caller.userPrincipalName, appid: portal }
        : { appid: caller.applicationId }),
    }
  }
  const { objectId: oid } = caller
  switch (caller.kind) {
    case 'user':
      return {
        oid,
        appid: portal,
        scp: 'user_impersonation',
        appidacr: '0',
        xms_az_nwperimid: [],
        upn: caller.userPrincipalName,
        ipaddr: access.address,
        unique_name: caller.userPrincipalName,
        amr: 'pwd',
      }
    case 'application':
      return { oid, appid: caller.applicationId, appidacr: '1', idtyp: 'app', xms_az_nwperimid: [] }
    case 'managed-identity':
      return {
        oid,
        appid: caller.applicationId,
        appidacr: '2',
        idtyp: 'app',
        xms_mirid: caller.resourceId,
        xms_az_rid: caller.hostId ?? caller.resourceId,
        xms_az_nwperimid: [],
      }
  }
}
