import { fileURLToPath } from 'node:url'

// Named, because Next looks for the root itself and takes a folder further up if a lock file lies there.
const root = fileURLToPath(new URL('.', import.meta.url))

/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: { root },
  reactStrictMode: true,
  typedRoutes: true,
  // Browsers ask for it by that name too, whatever a page says of its icon.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  // `npm run check` and `npm test` see to the types; here they would hold up everybody's first start.
  typescript: { ignoreBuildErrors: true },
  // 1 MB, as app/_limits/refuse-excess.ts has it, which refuses by what a request says of itself: this is what is read at most.
  experimental: { serverActions: { bodySizeLimit: 1_048_576 }, proxyClientMaxBodySize: 1_048_576 },
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ['pg', 'pg-boss', '@azure/identity', '@azure/msal-node'],
}
