// The headers that keep a page from being scripted, framed, sniffed or stored by anybody but us.

/**
 * The content security policy of one response. Scripts run by nonce alone, and only the sinks of Next and React may
 * write markup (trusted types). The development server needs eval and inline styles, and its own reloading breaks both rules.
 */
export function contentSecurityPolicy(nonce: string, { development }: { development: boolean }): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(development
      ? []
      : [
          "require-trusted-types-for 'script'",
          "trusted-types default nextjs nextjs#bundler react-dom 'allow-duplicates'",
        ]),
  ].join('; ')
}

/** The other headers of every answer; over https the browser is told to come back by https alone. */
export function securityHeaders(publicUrl: string): [name: string, value: string][] {
  const headers: [string, string][] = [
    ['x-content-type-options', 'nosniff'],
    // Paths name vaults and owners; not even their origin is anybody else's business.
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ['cache-control', 'private, no-store'],
  ]
  if (publicUrl.startsWith('https:')) headers.push(['strict-transport-security', 'max-age=31536000'])
  return headers
}
