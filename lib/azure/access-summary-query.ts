// The one text Log Analytics is asked: who did what with which version of which object on which day, from where, and how it
// ended. Both tables Key Vault may log to, brought to the same columns. The heavy arithmetic stays there; sums come here.

/** Kempt's own identity, as the log names it: object id and application id. */
export type OwnIdentity = { objectId: string | null; applicationId: string | null }

/** Callers that touch every vault and say nothing about who uses it. */
const noise = ['AzureResourceGraph.IngestionWorkerService', 'PolicyScan-GF', 'azure-resource-manager/2.0']

/** What people do through the resource manager is theirs, although it is the resource manager that calls. */
const changesOfVaults = ['VaultPut', 'VaultPatch', 'VaultDelete', 'VaultRecover', 'VaultPurge']

const kql = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
const anyOf = (conditions: readonly string[]) => (conditions.length > 0 ? `(${conditions.join(' or ')})` : 'false')

/** Names of claims in the log of the control plane. */
const objectIdClaim = 'http://schemas.microsoft.com/identity/claims/objectidentifier'
const upnClaim = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn'

/**
 * KQL for rows from `from` (included) to `to` (not). Its rows are of three sorts, told apart by `part`:
 *
 * - `call`: calls of one caller, by day, object, version, operation, outcome and address, with `hours`, a bag of calls by hour.
 *   `objectKind` is empty for calls that name no object. Calls of Kempt itself (`own`), of `noise`, sign-in challenges and
 *   Azure's own notices are not among them.
 * - `caller`: one for each of these callers, with the names of its latest call, so that a name is sent once and not with
 *   every row, of which a large organization has hundreds of thousands.
 * - `heard`: one for each vault and day with any row at all, and when Kempt's own latest call was: that the log arrives.
 *
 * What to know when changing it:
 * - A table or column exists in a workspace only after a row used it, hence `isfuzzy` and `column_ifexists`. The empty
 *   leg keeps the union valid where neither table exists.
 * - `ResultType` is always "Success"; only the HTTP status tells a denial from a read.
 * - The day of a call is that of `firstAt`.
 *
 * https://learn.microsoft.com/azure/key-vault/general/monitor-key-vault-reference
 */
export function accessSummaryQuery(from: Date, to: Date, own: OwnIdentity | null): string {
  const isOwn = anyOf([
    ...(own?.objectId ? [`oid =~ ${kql(own.objectId)}`] : []),
    ...(own?.applicationId ? [`appid =~ ${kql(own.applicationId)}`] : []),
  ])
  return `let kemptFrom = datetime(${from.toISOString()});
let kemptTo = datetime(${to.toISOString()});
let logged = materialize(union isfuzzy=true
  (print TimeGenerated = kemptFrom, operation = '', id = '', status = 0, address = '', client = '', vault = '', oid = '', appid = '', upn = '', mirid = '', host = ''
    | where false),
  (AZKVAuditLogs
    | where TimeGenerated >= kemptFrom and TimeGenerated < kemptTo
    | extend claims = iff(isnotnull(Identity.claim), Identity.claim, Identity)
    | project TimeGenerated, operation = OperationName,
        id = tostring(column_ifexists('Id', '')),
        status = tolong(column_ifexists('HttpStatusCode', 0)),
        address = tostring(column_ifexists('CallerIpAddress', '')),
        client = tostring(column_ifexists('ClientInfo', '')),
        vault = tolower(tostring(column_ifexists('_ResourceId', ''))),
        oid = iff(isnotempty(tostring(claims.oid)), tostring(claims.oid), tostring(claims[${kql(objectIdClaim)}])),
        appid = tostring(claims.appid),
        upn = case(isnotempty(tostring(claims.upn)), tostring(claims.upn), isnotempty(tostring(claims.unique_name)), tostring(claims.unique_name), tostring(claims[${kql(upnClaim)}])),
        mirid = tostring(claims.xms_mirid),
        host = tostring(claims.xms_az_rid)),
  (AzureDiagnostics
    | where TimeGenerated >= kemptFrom and TimeGenerated < kemptTo
    | where ResourceProvider =~ 'MICROSOFT.KEYVAULT' and Category == 'AuditEvent'
    | extend dataOid = tostring(column_ifexists('identity_claim_oid_g', '')),
        armOid = tostring(column_ifexists('identity_claim_http_schemas_microsoft_com_identity_claims_objectidentifier_g', '')),
        userName = tostring(column_ifexists('identity_claim_upn_s', '')),
        uniqueName = tostring(column_ifexists('identity_claim_unique_name_s', '')),
        armName = tostring(column_ifexists('identity_claim_http_schemas_xmlsoap_org_ws_2005_05_identity_claims_upn_s', ''))
    | project TimeGenerated, operation = OperationName,
        id = tostring(column_ifexists('id_s', '')),
        status = tolong(column_ifexists('httpStatusCode_d', 0.0)),
        address = tostring(column_ifexists('CallerIPAddress', '')),
        client = tostring(column_ifexists('clientInfo_s', '')),
        vault = tolower(tostring(column_ifexists('ResourceId', ''))),
        oid = iff(isnotempty(dataOid), dataOid, armOid),
        appid = tostring(column_ifexists('identity_claim_appid_g', '')),
        upn = case(isnotempty(userName), userName, isnotempty(uniqueName), uniqueName, armName),
        mirid = tostring(column_ifexists('identity_claim_xms_mirid_s', '')),
        host = tostring(column_ifexists('identity_claim_xms_az_rid_s', '')))
| where isnotempty(vault)
| extend isOwn = ${isOwn}
| extend isCall = not(isOwn) and operation !in ('', 'Authentication', 'VaultGet', 'VaultList')
    and not(operation endswith 'EventGridNotification')
    and not(${anyOf(noise.map((name) => `client startswith ${kql(name)}`))} and operation !in (${changesOfVaults.map(kql).join(', ')}))
| extend path = split(tolower(id), '/')
| extend collection = tostring(path[3]), named = tostring(path[4]), lastPart = tostring(path[5])
| extend objectKind = case(
    isempty(named) or operation startswith 'CertificateIssuer' or operation startswith 'CertificateContacts', '',
    collection in ('secrets', 'deletedsecrets'), 'secret',
    collection in ('keys', 'deletedkeys'), 'key',
    collection in ('certificates', 'deletedcertificates'), 'certificate',
    '')
| extend name = iff(isempty(objectKind), '', named),
    version = iff(isnotempty(objectKind) and strlen(lastPart) == 32, lastPart, ''),
    identity = case(isnotempty(oid), tolower(oid), isnotempty(appid), tolower(appid), 'unknown'),
    outcome = case(
      status >= 200 and status < 300, 'ok',
      status == 401 or status == 403, 'denied',
      status == 404, 'missing',
      status == 429, 'throttled',
      'error'));
union
  (logged | where isCall
    | summarize hourCalls = count(), firstAt = min(TimeGenerated), lastAt = max(TimeGenerated)
        by day = startofday(TimeGenerated), hour = hourofday(TimeGenerated), vault, objectKind, name, version, identity, operation, outcome, address
    | summarize calls = sum(hourCalls), hours = make_bag(bag_pack(tostring(hour), hourCalls)), firstAt = min(firstAt), lastAt = max(lastAt)
        by day, vault, objectKind, name, version, identity, operation, outcome, address
    | project part = 'call', vault, objectKind, name, version, identity, operation, outcome, address, calls, hours, firstAt, lastAt),
  (logged | where isCall
    | summarize arg_max(TimeGenerated, appid, upn, mirid, host) by identity
    | project part = 'caller', identity, appid, upn, mirid = tolower(mirid), host = tolower(host)),
  (logged
    | summarize calls = count(), firstAt = min(TimeGenerated), lastAt = max(TimeGenerated), ownLastAt = maxif(TimeGenerated, isOwn)
        by day = startofday(TimeGenerated), vault
    | project part = 'heard', vault, calls, firstAt, lastAt, ownLastAt)`
}
