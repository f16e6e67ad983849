// One loopback port for everything: tunnels (CONNECT, TLS ends here), absolute-form and origin-form requests.
// It plays the forward proxy for the imitated hosts only; whatever else is asked for is refused, never forwarded.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { type CertificateAuthority, isImitated } from './certificate-authority.ts'
import { carryOut } from './faults/carry-out.ts'
import { deliver } from './faults/deliver.ts'
import type { Faults } from './faults/faults.ts'
import { questionOf } from './question-of.ts'
import { BadRequest, readRequest } from './read-request.ts'
import type { Azure, AzureRequest, AzureResponse, Service } from './imitated-service.ts'
import type { OnTheWire } from './journal.ts'

export type Listener = { origin: string; port: number; close(): Promise<void> }

export type ListenerOptions = {
  /** 0 takes any free port. */
  port: number
  authority: CertificateAuthority
  services: Service[]
  /** The tests' own door: no fault touches it and the journal leaves it out. */
  control: Service
  faults: Faults
  /** Called once the port is known, because the services tell it to clients. */
  azure: (origin: string) => Azure
  /** Milliseconds of real time, for the journal. */
  realNow?: () => number
}

/** Longer than clients keep a connection idle, so that none is closed under a request just being sent. */
const keepAliveTimeout = 300_000

/** Listens on 127.0.0.1 only. Rejects with the listening error (EADDRINUSE and the like). */
export async function openListener(options: ListenerOptions): Promise<Listener> {
  const { authority, services, control, faults, realNow = () => performance.now() } = options
  const sockets = new Set<Socket>()
  let azure: Azure

  async function handle(message: IncomingMessage, to: ServerResponse): Promise<void> {
    const onTheWire: OnTheWire = { fromMs: realNow(), untilMs: null }
    const isOver = () => {
      onTheWire.untilMs ??= realNow()
    }
    to.once('close', isOver)
    let request: AzureRequest
    try {
      request = await readRequest(message, azure.origin)
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error
      to.setHeader('connection', 'close')
      return deliver(to, refusal(error.status, 'BadRequest', error.message), { kind: 'whole' })
    }
    const { hostname: host, pathname: path } = request.url
    if (control.answersFor(host, path)) {
      return deliver(to, await ask(control, request), { kind: 'whole' })
    }
    const question = questionOf(request)
    const service = services.find((candidate) => candidate.answersFor(host, path))
    const real = async () => (service ? ask(service, request) : unknownHost(host))
    // A connection kept open from before the name was gone breaks at its next use.
    const act = isGone(service, host)
      ? ({ kind: 'reset' } as const)
      : faults.next({ method: request.method, host, path, question })
    const { response, delivery } = await carryOut(act, request, azure.organization.tenantId, real)
    azure.journal.record({
      at: azure.clock.now(),
      onTheWire,
      service: service?.name ?? 'unknown',
      method: request.method,
      host,
      path,
      question,
      status: response.status,
      violation: service?.violationOf?.(request) ?? null,
    })
    await deliver(to, response, delivery)
    // A client may ask again before the connection tells that all of it is out.
    if (to.writableEnded) isOver()
  }

  const isGone = (service: Service | undefined, host: string) => service?.resolves?.(host, azure) === false

  async function ask(service: Service, request: AzureRequest): Promise<AzureResponse> {
    try {
      return await service.answer(request, azure)
    } catch (error) {
      console.error(`The stand-in's ${service.name} failed at ${request.method} ${request.url.pathname}:`, error)
      return refusal(500, 'StandInFailed', error instanceof Error ? error.message : String(error))
    }
  }

  const answer = (message: IncomingMessage, to: ServerResponse) => {
    handle(message, to).catch((error) => {
      if (error.code !== 'ECONNRESET')
        console.error(`The stand-in failed at ${message.method} ${message.headers.host}:`, error)
      to.destroy()
    })
  }

  const tls = createTlsServer(
    { cert: authority.server.certificate, key: authority.server.key, keepAliveTimeout },
    answer,
  )
  tls.on('tlsClientError', (_error, socket) => socket.destroy())

  const plain = createServer({ keepAliveTimeout }, answer)
  plain.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    // A client may vanish at any moment; that is its business.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  plain.on('connect', (message: IncomingMessage, socket: Socket, head: Buffer) => {
    const [host = '', port] = (message.url ?? '').toLowerCase().split(':')
    const act = faults.next({ method: 'CONNECT', host, path: '' })
    if (act?.kind === 'reset') return void socket.destroy()
    if (act?.kind === 'status') return refuseTunnel(socket, act.status)
    const reachable = port === '443' && isImitated(host)
    const standsIn = services.find((service) => service.answersFor(host, '/'))
    if (!reachable || isGone(standsIn, host)) return refuseTunnel(socket, 502)
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    if (head.length > 0) socket.unshift(head)
    tls.emit('connection', socket)
  })

  await new Promise<void>((resolve, reject) => {
    plain.once('error', reject)
    plain.listen(options.port, '127.0.0.1', () => resolve())
  })
  const address = plain.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  const origin = `http://127.0.0.1:${port}`
  azure = options.azure(origin)

  return {
    origin,
    port,
    async close() {
      const closed = new Promise((resolve) => plain.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function refuseTunnel(socket: Socket, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused by the stand-in\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`)
}

function refusal(status: number, code: string, message: string): AzureResponse {
  return { status, body: { error: { code, message } } }
}

function unknownHost(host: string): AzureResponse {
  return refusal(502, 'UnknownHost', `The stand-in does not imitate ${host} here, and forwards nothing.`)
}
