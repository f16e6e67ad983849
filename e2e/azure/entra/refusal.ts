// How Entra refuses: an OAuth error, an AADSTS number, and ids to quote to support.
// Numbers and wording: "Microsoft Entra authentication and authorization error codes".
import { randomUUID } from 'node:crypto'
import type { AzureRequest, AzureResponse } from '../imitated-service.ts'

export type Refusal = { error: string; code: number; message: string; status: number }

const refused = (status: number, error: string, code: number, message: string): Refusal => ({
  status,
  error,
  code,
  message,
})

export const refusals = {
  tenantNotFound: (tenant: string, error = 'invalid_request') =>
    refused(
      400,
      error,
      90002,
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    ),
  applicationNotFound: (clientId: string, tenantName: string) =>
    refused(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory '${tenantName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    ),
  replyAddress: (redirectUri: string, clientId: string) =>
    refused(
      400,
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
    ),
  parameterMissing: (name: string, where = 'request body') =>
    refused(400, 'invalid_request', 900144, `The ${where} must contain the following parameter: '${name}'.`),
  responseType: (type: string) =>
    refused(400, 'unsupported_response_type', 700054, `response_type '${type}' is not enabled for the application.`),
  responseMode: (mode: string) =>
    refused(400, 'invalid_request', 70007, `'${mode}' is not a supported value of 'response_mode' for this request.`),
  challengeMethod: () => refused(400, 'invalid_request', 50149, 'Invalid Code_Challenge_method parameter.'),
  challengeSize: () => refused(400, 'invalid_request', 501491, 'Invalid size of Code_Challenge parameter.'),
  cancelled: () => refused(400, 'access_denied', 65004, 'The user canceled the authentication.'),
  noSession: () =>
    refused(
      400,
      'login_required',
      50058,
      'A silent sign-in request was sent but no user is signed in. The cookies used to represent the user’s session were not sent in the request to Microsoft Entra ID.',
    ),
  secretMissing: () =>
    refused(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
  secretWrong: (clientId: string) =>
    refused(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    ),
  noServicePrincipal: (clientId: string) =>
    refused(
      401,
      'unauthorized_client',
      7000229,
      `The client application ${clientId} is missing service principal in the tenant.`,
    ),
  grantType: (type: string) =>
    refused(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${type}'.`),
  grantMalformed: () => refused(400, 'invalid_grant', 70000, 'Provided grant is invalid or malformed.'),
  grantExpired: () =>
    refused(
      400,
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    ),
  codeRedeemed: () =>
    refused(
      400,
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    ),
  verifier: () =>
    refused(
      400,
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    ),
  replyAddressDiffers: (given: string, asked: string) =>
    refused(
      400,
      'invalid_client',
      500112,
      `The reply address '${given}' does not match the reply address '${asked}' provided when requesting Authorization code.`,
    ),
  scope: (scope: string) =>
    refused(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    ),
  resource: (resource: string, tenantName: string) =>
    refused(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${resource} was not found in the tenant named ${tenantName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
    ),
}

/** The long form in which Entra describes a refusal, in bodies, redirects and pages alike. */
export function describeRefusal({ code, message }: Refusal, request: AzureRequest) {
  const traceId = randomUUID()
  const correlationId = request.headers['client-request-id'] ?? request.url.searchParams.get('client-request-id')
  const correlation = String(correlationId ?? randomUUID())
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`
  const text = `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`
  return { text, traceId, correlation, timestamp, uri: `https://login.microsoftonline.com/error?code=${code}` }
}

export function refuse(refusal: Refusal, request: AzureRequest): AzureResponse {
  const told = describeRefusal(refusal, request)
  return {
    status: refusal.status,
    headers: { 'cache-control': 'no-store', 'client-request-id': told.correlation },
    body: {
      error: refusal.error,
      error_description: told.text,
      error_codes: [refusal.code],
      timestamp: told.timestamp,
      trace_id: told.traceId,
      correlation_id: told.correlation,
      error_uri: told.uri,
    },
  }
}
