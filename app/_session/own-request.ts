const harmless = ['GET', 'HEAD', 'OPTIONS']

/**
 * Whether a request that changes something was made by a page of ours. Next compares the origin with headers a client
 * can set, and lets a request without an origin through; here it must equal the public URL, or the browser must vouch.
 */
export function isOwnRequest(request: { method: string; headers: Headers }, publicUrl: string): boolean {
  if (harmless.includes(request.method)) return true
  const origin = request.headers.get('origin')
  if (origin !== null) return origin === new URL(publicUrl).origin
  return request.headers.get('sec-fetch-site') === 'same-origin'
}
