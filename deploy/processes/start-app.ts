// The built app as a child process, from the moment it is started to the moment it serves.
import { fileURLToPath } from 'node:url'
import type { Lifetime } from './run-to-the-end.ts'
import { type Child, startChild } from './start-child.ts'
import { waitForApp } from './wait-for-app.ts'

const server = fileURLToPath(new URL('../../.next/standalone/server.js', import.meta.url))

/** Starts it on `host` and `port` and waits until it is ready. Throws `Refusal` when it does not become so. */
export async function startApp(
  life: Lifetime,
  { host, port, env, log }: { host: string; port: number; env: NodeJS.ProcessEnv; log?: string },
): Promise<Child> {
  const app = startChild(life, {
    script: server,
    // With it, a running snapshot goes back into the queue before Next leaves; without it, Next leaves at once.
    env: {
      ...env,
      NODE_ENV: 'production',
      NEXT_MANUAL_SIG_HANDLE: '1',
      HOST: host,
      HOSTNAME: host,
      PORT: String(port),
    },
    ...(log === undefined ? {} : { log }),
  })
  await waitForApp(app, `http://${reachable(host)}:${port}`)
  return app
}

/** Who listens everywhere is reached on loopback. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::' || host === '[::]') return '[::1]'
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}
