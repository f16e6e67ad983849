// How Resource Graph, and Resource Manager in front of it, say no.
import { randomUUID } from 'node:crypto'
import type { KqlRefusal } from '../kql/refusal.ts'
import { positionIn } from '../kql/refusal.ts'
import type { AzureResponse } from '../imitated-service.ts'
import type { Refusal } from '../tokens.ts'
import type { DialectFault } from './dialect.ts'
import type { Allowance } from './quota.ts'

type Detail = { code: string; message: string } & Record<string, unknown>

const error = (status: number, code: string, message: string, details?: Detail[]): AzureResponse => ({
  status,
  body: { error: { code, message, ...(details ? { details } : {}) } },
})

/** 401 in Resource Manager's words. */
export function unauthorized(refusal: Refusal): AzureResponse {
  const [code, message] = tokenWords(refusal)
  const challenge = `Bearer authorization_uri="https://login.microsoftonline.com/common", error="invalid_token", error_description="${message}"`
  return { ...error(401, code, message), headers: { 'www-authenticate': challenge } }
}

function tokenWords(refusal: Refusal): [code: string, message: string] {
  switch (refusal) {
    case 'missing':
      return ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."]
    case 'expired':
      return ['ExpiredAuthenticationToken', 'The access token expiry is earlier than the current time.']
    case 'wrong-audience':
      return [
        'InvalidAuthenticationTokenAudience',
        "The access token has been obtained for wrong audience or resource. It should exactly match with one of the allowed audiences 'https://management.core.windows.net/','https://management.azure.com/'.",
      ]
    case 'wrong-tenant':
      return ['InvalidAuthenticationTokenTenant', 'The access token is from the wrong issuer.']
    case 'malformed':
      return ['InvalidAuthenticationToken', 'The access token is invalid.']
  }
}

export function wrongVersion(version: string, supported: readonly string[]): AzureResponse {
  if (version === '') {
    const message = 'The api-version query parameter (?api-version=) is required for all requests.'
    return error(400, 'MissingApiVersionParameter', message)
  }
  const list = supported.join(', ')
  const message = `The resource type 'resources' could not be found in the namespace 'Microsoft.ResourceGraph' for api version '${version}'. The supported api-versions are '${list}'.`
  return error(404, 'InvalidResourceType', message)
}

export function wrongMethod(method: string): AzureResponse {
  return error(405, 'UnsupportedHttpVerb', `The HTTP verb '${method}' is not supported.`)
}

/** Seen of the real service: a request without Content-Type ends in a 500. */
export function withoutContentType(): AzureResponse {
  return error(500, 'InternalServerError', supportLine(randomUUID()))
}

export function throttled({ resetsAfterSeconds }: Allowance): AzureResponse {
  const detail = {
    code: 'RateLimiting',
    message:
      'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.',
  }
  return {
    ...error(429, 'RateLimiting', supportLine(randomUUID()), [detail]),
    headers: { 'retry-after': String(resetsAfterSeconds) },
  }
}

export function badRequest(code: string, message: string): AzureResponse {
  return error(400, 'BadRequest', supportLine(randomUUID()), [{ code, message }])
}

/** Parser and binder errors, and what the stand-in itself does not play. */
export function invalidQuery({ kind, position, token, message }: KqlRefusal): AzureResponse {
  const where = {
    line: position.line,
    characterPositionInLine: position.column,
    token: token.split(/\s/)[0] || '<EOF>',
  }
  if (kind === 'unsupported') return invalid({ code: 'InvalidQueryLanguage', message, ...where })
  return invalid({
    code: 'ParserFailure',
    message: kind === 'syntax' ? 'ParserFailure' : message,
    ...where,
    expectedToken: '',
  })
}

export function foreignDialect({ code, message, node }: DialectFault, query: string): AzureResponse {
  const { line, column } = positionIn(query, { start: node.start, length: node.end - node.start })
  const token = node.text.split(/\s/)[0] ?? ''
  return invalid({ code, message, line, characterPositionInLine: column, token })
}

function invalid(detail: Detail): AzureResponse {
  const advice =
    'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.'
  return error(400, 'BadRequest', supportLine(randomUUID()), [{ code: 'InvalidQuery', message: advice }, detail])
}

function supportLine(correlationId: string): string {
  return `Please provide below info when asking for support: timestamp = ${new Date().toISOString()}, correlationId = ${correlationId}.`
}
