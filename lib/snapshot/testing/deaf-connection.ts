// A way to a database on which its client does not hear that the server ended the session: what a failover leaves behind, or a
// firewall that forgot the connection.
import { createServer, Socket } from 'node:net'
import { once } from 'node:events'

export type DeafConnection = {
  /** Leads to the same database. */
  url: string
  /** Resolves when the session is over; if the server ended it, its client still believes in it. */
  serverEnded: Promise<void>
  close(): Promise<void>
}

/** Whoever opens it closes it. */
export async function openDeafConnection(databaseUrl: string): Promise<DeafConnection> {
  const { hostname, port } = new URL(databaseUrl)
  const { promise: serverEnded, resolve } = Promise.withResolvers<void>()
  const clients = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = new Socket().connect(Number(port), hostname)
    clients.add(client)
    client.on('data', (bytes) => upstream.write(bytes))
    client.on('error', () => client.destroy())
    client.on('close', () => upstream.destroy())
    upstream.on('data', (bytes: Buffer) => {
      // The server's last word, that it ends the session, is lost with the end itself.
      if (!tellsOfItsEnd(bytes)) client.write(bytes)
    })
    upstream.on('error', () => upstream.destroy())
    upstream.on('close', () => resolve())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy listens at no port')
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${address.port}`
  return {
    url: url.href,
    serverEnded,
    async close() {
      for (const client of clients) client.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** An error of severity FATAL: https://www.postgresql.org/docs/current/protocol-error-fields.html */
const tellsOfItsEnd = (bytes: Buffer) => bytes[0] === 'E'.charCodeAt(0) && bytes.includes('FATAL')
