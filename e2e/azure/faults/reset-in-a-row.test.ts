// A client may ask again before the connection tells that the answer before is wholly out; the next one has no connection yet.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { deliver } from './deliver.ts'

test('a reset breaks the connection on which another answer is not wholly out', async () => {
  const server = createServer((request, response) => {
    // As late as can be: it is never ended.
    if (request.url === '/first') response.write('begun')
    else void deliver(response, { status: 200 }, { kind: 'reset' })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  const ask = (path: string) => socket.write(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`)
  try {
    ask('/first')
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toContain('begun')
    ask('/reset')
    await once(socket, 'close')
  } finally {
    socket.destroy()
    server.closeAllConnections()
    server.close()
  }
})
