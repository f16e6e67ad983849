// A way to a database that can forget its connections, as a firewall or a failover does: nobody is told, nothing arrives any more.
import { once } from 'node:events'
import { createServer, Socket } from 'node:net'

export type ForgetfulLine = {
  /** Leads to the same database. */
  url: string
  /** From now on nothing arrives, on new connections neither; all of them look open. */
  swallow(): void
  /** New connections work again; what was open before stays as it is. */
  recover(): void
  close(): Promise<void>
}

/** Whoever opens it closes it. */
export async function openForgetfulLine(databaseUrl: string): Promise<ForgetfulLine> {
  const { hostname, port } = new URL(databaseUrl)
  let isSwallowing = false
  const sockets = new Set<Socket>()
  const clients = new Set<Socket>()
  const forgotten = new WeakSet<Socket>()
  const forward = (from: Socket, to: Socket, client: Socket) => {
    sockets.add(from)
    from.on('data', (bytes) => {
      if (!forgotten.has(client)) to.write(bytes)
    })
    from.on('error', () => from.destroy())
    from.on('close', () => {
      sockets.delete(from)
      if (!forgotten.has(client)) to.destroy()
    })
  }
  const server = createServer((client) => {
    if (isSwallowing) forgotten.add(client)
    const upstream = new Socket().connect(Number(port), hostname)
    forward(client, upstream, client)
    forward(upstream, client, client)
    clients.add(client)
    client.on('close', () => clients.delete(client))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the line listens at no port')
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${address.port}`
  return {
    url: url.href,
    swallow() {
      isSwallowing = true
      for (const client of clients) forgotten.add(client)
    },
    recover() {
      isSwallowing = false
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
