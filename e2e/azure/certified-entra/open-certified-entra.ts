// The certified provider where Entra is: behind a forward proxy of its own that answers for Entra's name, over TLS, and for no other.
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { createCertificateAuthority } from '../certificate-authority.ts'
import { type Claims, certifiedProvider, type Registration } from './provider.ts'

export type CertifiedEntra = {
  /** Of the proxy, for HTTPS_PROXY. */
  proxy: string
  /** PEM of the authority that signed its certificate. */
  certificate: string
  close(): Promise<void>
}

export async function openCertifiedEntra(
  registration: Registration,
  whoSignsIn: () => Claims,
): Promise<CertifiedEntra> {
  const authority = createCertificateAuthority({ folder: null, now: new Date() })
  const { certificate: cert, key } = authority.server
  const tls = createTlsServer({ cert, key }, await certifiedProvider(registration, whoSignsIn))
  const sockets = new Set<Socket>()
  const proxy = createServer()
  proxy.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
  })
  proxy.on('connect', ({ url }, socket) => {
    if (url !== 'login.microsoftonline.com:443') return void socket.end('HTTP/1.1 502 Not Entra\r\n\r\n')
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    tls.emit('connection', socket)
  })
  await new Promise<void>((resolve, reject) => proxy.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  if (typeof address !== 'object' || address === null)
    throw new Error('The proxy of the certified provider has no port.')
  return {
    proxy: `http://127.0.0.1:${address.port}`,
    certificate: authority.certificate,
    async close() {
      const closed = new Promise((resolve) => proxy.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
