// What a caller asked: the body of a Resource Graph request, checked.

const scopeFilters = ['AtScopeAndBelow', 'AtScopeAndAbove', 'AtScopeExact', 'AtScopeAboveAndBelow'] as const

export type GraphRequest = {
  query: string
  /** Lower case; null when the request names none. */
  subscriptions: string[] | null
  managementGroups: string[] | null
  top: number | null
  skip: number | null
  skipToken: string | null
  resultFormat: 'objectArray' | 'table'
  authorizationScopeFilter: (typeof scopeFilters)[number]
}

/** The parsed request, or what is wrong with it. Versions before 2022-10-01 know no authorizationScopeFilter. */
export function parseGraphRequest(body: string, apiVersion: string): GraphRequest | { wrong: string } {
  const parsed = parseObject(body)
  if (!parsed) return { wrong: 'The request body is not a JSON object.' }
  if (typeof parsed.query !== 'string' || parsed.query.trim() === '') return { wrong: "'query' is required." }
  const options = isObject(parsed.options) ? parsed.options : {}
  const subscriptions = texts(parsed.subscriptions)
  const managementGroups = texts(parsed.managementGroups)
  if (subscriptions && managementGroups)
    return { wrong: 'Only one of subscriptions and managementGroups can be given.' }
  if (Array.isArray(parsed.facets) && parsed.facets.length > 0) return { wrong: 'The stand-in does not play facets.' }
  const top = whole(options.$top)
  const skip = whole(options.$skip)
  if (top === undefined || skip === undefined || top === 0 || (top ?? 1) > 1000) {
    return { wrong: '$top must lie between 1 and 1000, $skip must be a whole number.' }
  }
  const isOld = apiVersion < '2022-10-01'
  const filter = scopeFilters.find((name) => name === options.authorizationScopeFilter)
  if (options.authorizationScopeFilter !== undefined && !filter && !isOld) {
    return { wrong: 'authorizationScopeFilter has an unknown value.' }
  }
  return {
    query: parsed.query,
    subscriptions,
    managementGroups,
    top,
    skip,
    skipToken: typeof options.$skipToken === 'string' ? options.$skipToken : null,
    resultFormat: options.resultFormat === 'table' ? 'table' : 'objectArray',
    authorizationScopeFilter: (isOld ? undefined : filter) ?? 'AtScopeAndBelow',
  }
}

type Json = Record<string, unknown>

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object that JSON text stands for; null when it is none. */
export function parseObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function texts(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length === 0) return null
  return value.map((item) => String(item).toLowerCase())
}

/** Null when absent, undefined when it is no whole number. */
function whole(value: unknown): number | null | undefined {
  if (value === undefined || value === null) return null
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined
}
