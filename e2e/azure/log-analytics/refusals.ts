// How the Log Analytics query API says no: https://learn.microsoft.com/azure/azure-monitor/logs/api/errors
import type { KqlRefusal } from '../kql/refusal.ts'
import type { AzureResponse } from '../imitated-service.ts'
import type { Refusal } from '../tokens.ts'

type Inner = { code: string; message: string } & Record<string, unknown>

function error(status: number, code: string, message: string, innererror?: Inner): AzureResponse {
  return { status, body: { error: { message, code, ...(innererror ? { innererror } : {}) } } }
}

/** No token is a 401; one that is no good here is a 403. */
export function unauthorized(refusal: Refusal): AzureResponse {
  if (refusal === 'missing') {
    const message = "Authentication failed. The 'Authorization' header is missing."
    return error(401, 'AuthenticationFailed', message)
  }
  return error(403, 'InvalidAuthenticationToken', 'The access token is invalid.')
}

export function withoutAccess(): AzureResponse {
  const message = 'The provided credentials have insufficient access to perform the requested operation'
  return error(403, 'InsufficientAccessError', message)
}

export function withoutResourceAccess(objectId: string): AzureResponse {
  const message = 'The provided credentials have insufficient access to  perform the requested operation'
  return error(403, 'InsufficientAccessError', message, {
    code: 'AuthorizationFailedError',
    message: `User '${objectId}' does not have access to read logs for this resource`,
  })
}

export function noSuchPath(): AzureResponse {
  return error(404, 'PathNotFoundError', 'The requested path does not exist')
}

/** As the troubleshooting guide of the SDK quotes it. */
export function timedOut(): AzureResponse {
  return error(504, 'GatewayTimeout', 'Gateway timeout', {
    code: 'GatewayTimeout',
    message: 'Unable to unzip response',
  })
}

export function throttled(seconds: number): AzureResponse {
  const answer = error(429, 'ThrottledError', 'The request was throttled: too many requests were received.')
  return { ...answer, headers: { 'retry-after': String(seconds) } }
}

export function badArgument(innererror: Inner): AzureResponse {
  return error(400, 'BadArgumentError', 'The request had some invalid properties', innererror)
}

export function badQuery(refusal: KqlRefusal): AzureResponse {
  const { kind, position, token, message } = refusal
  if (kind === 'unsupported') return badArgument({ code: 'StandInUnsupported', message })
  if (kind === 'syntax') {
    const place = { line: position.line, pos: position.column, token: token || '<EOF>' }
    const inner = `Query could not be parsed at '${place.token}' on line [${place.line},${place.pos}]`
    return badArgument({
      code: 'SyntaxError',
      message: 'A recognition error occurred in the query.',
      innererror: { code: 'SYN0002', message: inner, ...place },
    })
  }
  return badArgument({
    code: 'SemanticError',
    message: 'A semantic error occurred.',
    innererror: { code: 'SEM0100', message: semanticMessage(refusal) },
  })
}

const missingNames: ReadonlySet<string> = new Set(['KS142', 'KS204', 'KS205'])

function semanticMessage({ code, operator, atTable, token, message }: KqlRefusal): string {
  if (!missingNames.has(code)) return message
  const kind = atTable ? 'table or column' : operator === 'where' ? 'column or scalar' : 'scalar'
  return `'${operator}' operator: Failed to resolve ${kind} expression named '${token}'`
}
