// Azure Resource Graph: KQL over the organization as it stands at the clock's instant.
import { compile } from '../kql/compile.ts'
import { KqlRefusal } from '../kql/refusal.ts'
import type { Azure, AzureRequest, AzureResponse, Service } from '../imitated-service.ts'
import type { Identity, Refusal } from '../tokens.ts'
import { dialectFault } from './dialect.ts'
import { type GraphRequest, parseGraphRequest } from './graph-request.ts'
import { BadSkipToken, pageOf } from './page.ts'
import { createQuota, quotaHeaders } from './quota.ts'
import {
  badRequest,
  foreignDialect,
  invalidQuery,
  throttled,
  unauthorized,
  withoutContentType,
  wrongMethod,
  wrongVersion,
} from './refusals.ts'
import { rowsOf } from './rows.ts'
import { resourceGraphSchema, tableNames } from './schema.ts'
import { readableBy, visibleTo } from './visibility.ts'

const path = '/providers/microsoft.resourcegraph/resources'
const versions = ['2021-03-01', '2022-10-01', '2024-04-01']
const audiences = ['https://management.azure.com', 'https://management.core.windows.net']

export type ResourceGraphOptions = {
  /** Milliseconds that the quota counts on, besides those the clock skips. */
  realNow?: () => number
  /** On one page, at most: large rows make them short. */
  mostRows?: number
}

export function createResourceGraph({ realNow = Date.now, mostRows }: ResourceGraphOptions = {}): Service {
  const quota = createQuota()
  return {
    name: 'resource-graph',
    answersFor: (host, requested) => host === 'management.azure.com' && requested.toLowerCase() === path,
    async answer(request, azure) {
      const identity = await identityOf(request, azure)
      if (typeof identity === 'string') return unauthorized(identity)
      const version = request.url.searchParams.get('api-version') ?? ''
      if (!versions.includes(version)) return wrongVersion(version, versions)
      if (request.method !== 'POST') return wrongMethod(request.method)
      if (!request.headers['content-type']) return withoutContentType()
      const allowance = quota.take(identity.objectId, realNow() + azure.clock.skippedMs())
      const answer = allowance.isAllowed
        ? answerQuery(request.body, version, { identity, azure, mostRows })
        : throttled(allowance)
      return { ...answer, headers: { ...answer.headers, ...quotaHeaders(allowance) } }
    },
  }
}

async function identityOf({ headers }: AzureRequest, { tokens }: Azure): Promise<Identity | Refusal> {
  let result: Identity | Refusal = 'missing'
  for (const audience of audiences) {
    result = await tokens.verify(headers.authorization, audience)
    if (result !== 'wrong-audience') return result
  }
  return result
}

type Situation = { identity: Identity; azure: Azure; mostRows: number | undefined }

function answerQuery(body: string, version: string, { identity, azure, mostRows }: Situation): AzureResponse {
  const request = parseGraphRequest(body, version)
  if ('wrong' in request) return badRequest('InvalidRequest', request.wrong)
  try {
    const query = compile(request.query, resourceGraphSchema)
    const fault = dialectFault(query.syntax)
    if (fault) return foreignDialect(fault, request.query)
    const result = query.run({ rows: rowsFor(request, identity, azure), now: azure.clock.now() })
    return { status: 200, body: pageOf(result, request, query.syntax, mostRows) }
  } catch (error) {
    if (error instanceof KqlRefusal) return invalidQuery(error)
    if (error instanceof BadSkipToken) return badRequest('InvalidSkipToken', error.message)
    throw error
  }
}

/** Kempt's identity sees what its roles let it read, any other nothing: that is an empty answer, not an error. */
function rowsFor(request: GraphRequest, identity: Identity, { organization, clock }: Azure) {
  const estate = organization.estateAt(clock.now())
  const rows = rowsOf(estate, organization.tenantId)
  const isVisible = visibleTo(request, estate.subscriptions)
  const isReadable = readableBy(estate, identity.objectId)
  return (table: string) => {
    const name = tableNames.find((candidate) => candidate === table)
    if (!name || identity.objectId !== organization.kemptIdentity.objectId) return []
    return rows[name].filter((row) => isVisible(row) && isReadable(row))
  }
}
