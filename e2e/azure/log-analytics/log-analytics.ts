// The Log Analytics query API: KQL over the audit rows that vaults wrote to a workspace.
import { setTimeout as pause } from 'node:timers/promises'
import { compile } from '../kql/compile.ts'
import { KqlRefusal } from '../kql/refusal.ts'
import type { Organization, Workspace } from '../organization/organization.ts'
import type { Azure, AzureRequest, AzureResponse, Service } from '../imitated-service.ts'
import { isAllowed } from '../role-permissions.ts'
import { parseQueryRequest, prefers, type QueryRequest, type Target, targetOf } from './query-request.ts'
import { queryAnswer } from './query-answer.ts'
import { createQueryLine } from './query-line.ts'
import { createRateLimit } from './rate-limit.ts'
import {
  badArgument,
  badQuery,
  noSuchPath,
  throttled,
  unauthorized,
  withoutAccess,
  withoutResourceAccess,
} from './refusals.ts'
import { parseTimespan } from './timespan.ts'
import { logTables } from './workspace-tables.ts'

const hosts = ['api.loganalytics.io', 'api.loganalytics.azure.com']
const audience = 'https://api.loganalytics.io'

/** What a query that found no place, or none in time, is told to wait: Azure does not document it. */
const lineIsFullSeconds = 10

/** `realNow` gives the milliseconds that the limits count on, besides those the clock skips. */
export function createLogAnalytics(realNow: () => number = Date.now): Service {
  const rateLimit = createRateLimit()
  const line = createQueryLine()
  let turn: Promise<unknown> = Promise.resolve()
  // A month of rows takes a second in which nothing else happens here: the answer before goes out first.
  const inTurn = <T>(work: () => T): Promise<T> => {
    const result = turn.then(() => pause(2)).then(work)
    turn = result.catch(() => {})
    return result
  }
  return {
    name: 'log-analytics',
    answersFor: (host) => hosts.includes(host),
    async answer(request, azure) {
      const identity = await azure.tokens.verify(request.headers.authorization, audience)
      if (typeof identity === 'string') return unauthorized(identity)
      const nowMs = () => realNow() + azure.clock.skippedMs()
      const wait = rateLimit.take(identity.objectId, nowMs())
      if (wait !== null) return throttled(wait)
      const target = targetOf(request)
      if (!target) return noSuchPath()
      const { organization } = azure
      if (identity.objectId !== organization.kemptIdentity.objectId) {
        return target.kind === 'workspace' ? withoutAccess() : withoutResourceAccess(identity.objectId)
      }
      const body = request.headers['content-type'] ? parseQueryRequest(request.body) : null
      // Seen of the real service: without a body in JSON it answers 200 and nothing.
      if (!body) return { status: 200 }
      const workspaces = workspacesOf(target, body.workspaces, organization, azure.clock.now())
      const estate = organization.estateAt(azure.clock.now())
      const query = 'Microsoft.OperationalInsights/workspaces/query/read'
      if (workspaces?.some(({ id }) => !isAllowed(estate, identity.objectId, id, query))) return withoutAccess()
      const place = line.enter(identity.objectId, realNow())
      if (!place) return throttled(lineIsFullSeconds)
      try {
        return await inTurn(() =>
          place.isTooLate(realNow()) ? throttled(lineIsFullSeconds) : answerQuery(request, target, body, azure),
        )
      } finally {
        place.leave()
      }
    },
  }
}

function answerQuery(
  request: AzureRequest,
  target: Target,
  { query, timespan: written, workspaces: more }: QueryRequest,
  { organization, clock }: Azure,
): AzureResponse {
  const now = clock.now()
  const timespan = written === null ? null : parseTimespan(written, now.getTime())
  if (written !== null && !timespan) {
    return badArgument({ code: 'InvalidTimespan', message: `'${written}' is not a valid timespan` })
  }
  const workspaces = workspacesOf(target, more, organization, now)
  if (!workspaces) return isGuid(target.id) ? withoutAccess() : noSuchPath()
  const resourceId = target.kind === 'resource' && !isWorkspaceId(target.id) ? target.id : null
  const tables = logTables(workspaces, organization, { timespan, now: now.getTime(), resourceId })
  try {
    const result = compile(query, tables.schema).run({ rows: tables.rows, now })
    return queryAnswer(result, {
      statistics: prefers(request, 'include-statistics'),
      render: prefers(request, 'include-render'),
    })
  } catch (error) {
    if (error instanceof KqlRefusal) return badQuery(error)
    throw error
  }
}

const isWorkspaceId = (id: string) => id.includes('/microsoft.operationalinsights/workspaces/')
const isGuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** The workspaces behind a target: one by its id, or all that a vault writes to. Null when there is no such thing. */
function workspacesOf(
  target: Target,
  more: readonly string[],
  { estateAt }: Organization,
  now: Date,
): Workspace[] | null {
  const { workspaces, vaults } = estateAt(now)
  const named = (name: string) =>
    workspaces.find(({ customerId, id, name: short }) =>
      [customerId, id, short].some((form) => form.toLowerCase() === name),
    )
  const found: Workspace[] = []
  if (target.kind === 'workspace' || isWorkspaceId(target.id)) {
    const workspace = target.kind === 'workspace' && !isGuid(target.id) ? undefined : named(target.id)
    if (!workspace) return null
    found.push(workspace)
  } else {
    const vault = vaults.find(({ id }) => id.toLowerCase() === target.id)
    if (!vault) return null
    const ids = vault.diagnosticSettings.map((setting) => setting.workspaceId?.toLowerCase())
    found.push(...workspaces.filter(({ id }) => ids.includes(id.toLowerCase())))
  }
  for (const name of more) {
    const workspace = named(name)
    if (!workspace) return null
    if (!found.includes(workspace)) found.push(workspace)
  }
  return found
}
