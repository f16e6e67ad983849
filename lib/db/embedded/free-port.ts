import { createServer } from 'node:net'

/** A loopback port nobody listens on at this moment; it may be taken a moment later. */
export function freePort(): Promise<number> {
  return new Promise((settle, refuse) => {
    const server = createServer()
    server.once('error', refuse)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address && typeof address === 'object') settle(address.port)
        else refuse(new Error('the system gave no port'))
      })
    })
  })
}
