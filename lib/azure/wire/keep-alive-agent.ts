import { Agent } from 'node:https'
import type { Duplex } from 'node:stream'
import { TLSSocket } from 'node:tls'

export type ProxyEnvironment = Record<string, string | undefined>

/** Long for a connection, short beside the deadline of a call: an address that swallows packets is told apart from a slow answer. */
const connectDeadlineMs = 10_000

/**
 * Keeps connections open, also through a proxy: the SDK by itself opens a new tunnel for every request. The proxy is
 * read from the given environment (HTTPS_PROXY, NO_PROXY), not from the process.
 */
export class KeepAliveAgent extends Agent {
  static readonly connectionsPerHost = 8

  constructor(proxyEnvironment: ProxyEnvironment) {
    const httpsProxy = proxyEnvironment.HTTPS_PROXY || proxyEnvironment.https_proxy
    const noProxy = proxyEnvironment.NO_PROXY || proxyEnvironment.no_proxy
    // NODE_ENV is demanded by the types of Next and read by nobody.
    super({
      keepAlive: true,
      maxSockets: KeepAliveAgent.connectionsPerHost,
      proxyEnv: { NODE_ENV: 'production', HTTPS_PROXY: httpsProxy, NO_PROXY: noProxy },
    })
  }

  /** The SDK writes a request down with its agent when it is told to log, and the agent's sockets hold what they sent: tokens. */
  toJSON(): string {
    return KeepAliveAgent.name
  }

  override createConnection(...[options, callback]: Parameters<Agent['createConnection']>): Duplex | null | undefined {
    const socket = super.createConnection(options, callback)
    if (socket instanceof TLSSocket) {
      const timer = setTimeout(() => {
        socket.destroy(Object.assign(new Error('no connection within the deadline'), { code: 'ETIMEDOUT' }))
      }, connectDeadlineMs)
      const settle = () => clearTimeout(timer)
      socket.once('secureConnect', settle).once('error', settle).once('close', settle)
    }
    return socket
  }
}
