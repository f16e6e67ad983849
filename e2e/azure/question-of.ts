import type { AzureRequest } from './imitated-service.ts'

/**
 * What a request asks beyond its path: the query text of a body that holds one (Resource Graph and Log Analytics answer everything
 * at one address), else the parameters of its address, from the question mark on; '' when there are none.
 */
export function questionOf({ method, url, body }: AzureRequest): string {
  return (method === 'POST' ? queryIn(body) : null) ?? parametersOf(url)
}

function parametersOf({ searchParams }: URL): string {
  const parameters = [...searchParams].map(([name, value]) => `${name}=${value}`)
  return parameters.length > 0 ? `?${parameters.join('&')}` : ''
}

function queryIn(body: string): string | null {
  try {
    const { query } = Object(JSON.parse(body))
    return typeof query === 'string' ? query : null
  } catch {
    // A body that is no JSON is the service's to refuse.
    return null
  }
}
