// One HTTP message as a service sees it: the real host name, the whole body, the client's address.
import type { IncomingMessage } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { AzureRequest } from './imitated-service.ts'

/** Nothing that Azure is asked here comes near this. */
const bodyLimitBytes = 4 * 1024 * 1024

/** Refused before any service saw it; the message is for the client. */
export class BadRequest extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** `origin` is the stand-in's own. Throws BadRequest. */
export async function readRequest(message: IncomingMessage, origin: string): Promise<AzureRequest> {
  const url = urlOf(message, origin)
  return {
    method: message.method ?? 'GET',
    url,
    headers: message.headers,
    body: await bodyOf(message),
    address: (message.socket.remoteAddress ?? '').replace('::ffff:', ''),
  }
}

function urlOf(message: IncomingMessage, origin: string): URL {
  const host = (message.headers.host ?? '').toLowerCase()
  const target = message.url ?? '/'
  const isTunnelled = message.socket instanceof TLSSocket
  const url = URL.parse(target.startsWith('/') ? `${isTunnelled ? 'https' : 'http'}://${host}${target}` : target)
  if (!url) throw new BadRequest(400, 'The request names no proper address.')
  // Over plain http only the loopback pages and the instance metadata address exist, as in the real world;
  // and a web page that points its own name at 127.0.0.1 gets nowhere.
  const plainHosts = [new URL(origin).hostname, 'localhost', '169.254.169.254']
  if (!isTunnelled && !plainHosts.includes(url.hostname)) {
    throw new BadRequest(502, `The stand-in does not imitate ${url.hostname} over plain http, and forwards nothing.`)
  }
  return url
}

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  // Not destroyed when we stop early: the refusal goes out over the same socket.
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > bodyLimitBytes) throw new BadRequest(413, `A body may have ${bodyLimitBytes} bytes.`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}
