// The one text Log Analytics is asked: who did what with which version of which object on which day, and how it ended.
// Both tables Key Vault may log to, brought to the same columns. The heavy arithmetic stays there; sums come here.

/** Callers that touch every vault and say nothing about who uses an object. */
const noise = ['AzureResourceGraph.IngestionWorkerService', 'PolicyScan-GF', 'azure-resource-manager/2.0']

const kql = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/**
 * KQL for rows from `from` (included) to `to` (not), without the calls of the application `ownAppId`.
 *
 * - A table or column exists in a workspace only after a row used it, hence `isfuzzy` and `column_ifexists`. The empty
 *   leg keeps the union valid where neither table exists.
 * - `ResultType` is always "Success"; only the HTTP status tells a denial from a read.
 * - Lists and sign-in challenges (401 `Authentication`) name no object and drop out with the empty id.
 * - A caller's names are those of its latest call, so that one identity stays one row.
 *
 * https://learn.microsoft.com/azure/key-vault/general/monitor-key-vault-reference
 */
export function accessSummaryQuery(from: Date, to: Date, ownAppId: string | null): string {
  return `let kemptFrom = datetime(${from.toISOString()});
let kemptTo = datetime(${to.toISOString()});
union isfuzzy=true
  (print TimeGenerated = kemptFrom, operation = '', id = '', status = 0, address = '', client = '', vault = '', oid = '', appid = '', upn = '', mirid = ''
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
        oid = tostring(claims.oid),
        appid = tostring(claims.appid),
        upn = iff(isnotempty(tostring(claims.upn)), tostring(claims.upn), tostring(claims.unique_name)),
        mirid = tostring(claims.xms_mirid)),
  (AzureDiagnostics
    | where TimeGenerated >= kemptFrom and TimeGenerated < kemptTo
    | where ResourceProvider =~ 'MICROSOFT.KEYVAULT' and Category == 'AuditEvent'
    | extend userName = tostring(column_ifexists('identity_claim_upn_s', '')),
        uniqueName = tostring(column_ifexists('identity_claim_unique_name_s', ''))
    | project TimeGenerated, operation = OperationName,
        id = tostring(column_ifexists('id_s', '')),
        status = tolong(column_ifexists('httpStatusCode_d', 0.0)),
        address = tostring(column_ifexists('CallerIPAddress', '')),
        client = tostring(column_ifexists('clientInfo_s', '')),
        vault = tolower(tostring(column_ifexists('ResourceId', ''))),
        oid = tostring(column_ifexists('identity_claim_oid_g', '')),
        appid = tostring(column_ifexists('identity_claim_appid_g', '')),
        upn = iff(isnotempty(userName), userName, uniqueName),
        mirid = tostring(column_ifexists('identity_claim_xms_mirid_s', '')))
| where isnotempty(id)
| where operation startswith 'Secret' or operation startswith 'Key' or operation startswith 'Certificate'
| where not(operation startswith 'CertificateIssuer' or operation startswith 'CertificateContacts')
${noise.map((client) => `| where not(client startswith ${kql(client)})`).join('\n')}
${ownAppId === null ? '' : `| where appid != ${kql(ownAppId)}\n`}| extend path = split(tolower(id), '/')
| extend collection = tostring(path[3]), name = tostring(path[4]), lastPart = tostring(path[5])
| extend objectKind = case(
    collection in ('secrets', 'deletedsecrets'), 'secret',
    collection in ('keys', 'deletedkeys'), 'key',
    collection in ('certificates', 'deletedcertificates'), 'certificate',
    '')
| where isnotempty(objectKind) and isnotempty(name)
| extend version = iff(strlen(lastPart) == 32, lastPart, ''),
    identity = case(isnotempty(oid), tolower(oid), isnotempty(appid), tolower(appid), 'unknown'),
    outcome = case(
      status >= 200 and status < 300, 'ok',
      status == 401 or status == 403, 'denied',
      status == 404, 'missing',
      status == 429, 'throttled',
      'error'),
    day = startofday(TimeGenerated)
| summarize calls = count(), addresses = dcount(address), firstAt = min(TimeGenerated), lastAt = max(TimeGenerated),
    arg_max(TimeGenerated, appid, upn, mirid)
    by day, vault, objectKind, name, version, identity, operation, outcome
| project day, vault, objectKind, name, version, identity, appid, upn, mirid, operation, outcome, calls, addresses, firstAt, lastAt`
}
