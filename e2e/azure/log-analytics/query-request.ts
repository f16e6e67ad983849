// What a caller asked: where the query goes to, and its body, checked.
import { parseObject } from '../resource-graph/graph-request.ts'
import type { AzureRequest } from '../imitated-service.ts'

export type Target = { kind: 'workspace'; id: string } | { kind: 'resource'; id: string }

/** A workspace by its id, or any resource by its ARM id; SDKs send the latter with one slash too many. Null otherwise. */
export function targetOf({ url, method }: AzureRequest): Target | null {
  if (method !== 'POST') return null
  const path = decodeURIComponent(url.pathname)
  const workspace = /^\/v1\/workspaces\/([^/]+)\/query$/i.exec(path)
  if (workspace?.[1]) return { kind: 'workspace', id: workspace[1].toLowerCase() }
  const resource = /^\/v1\/{1,2}(subscriptions\/.+)\/query$/i.exec(path)
  return resource?.[1] ? { kind: 'resource', id: `/${resource[1].toLowerCase()}` } : null
}

export type QueryRequest = {
  query: string
  timespan: string | null
  /** Further workspaces, by id, ARM id or name; lower case. */
  workspaces: string[]
}

/** Null for a body without a query. */
export function parseQueryRequest(body: string): QueryRequest | null {
  const parsed = parseObject(body)
  if (!parsed || typeof parsed.query !== 'string') return null
  return {
    query: parsed.query,
    timespan: typeof parsed.timespan === 'string' ? parsed.timespan : null,
    workspaces: Array.isArray(parsed.workspaces) ? parsed.workspaces.map((id) => String(id).toLowerCase()) : [],
  }
}

/** `Prefer: wait=600,include-statistics=true`. */
export function prefers({ headers }: AzureRequest, option: 'include-statistics' | 'include-render'): boolean {
  const prefer = [headers.prefer ?? []].flat().join(',')
  return prefer.split(',').some((part) => part.trim() === `${option}=true`)
}
