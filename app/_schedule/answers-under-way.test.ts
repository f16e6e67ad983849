// Over real sockets, as what is promised is about connections.
import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test, vi } from 'vitest'
import { watchAnswers } from './answers-under-way.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

async function aServer(answer: RequestListener) {
  const agent = new Agent({ keepAlive: true })
  const server = createServer({ keepAliveTimeout: 60_000 }, answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closers.push(() => {
    agent.destroy()
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ask = () =>
    new Promise<IncomingMessage>((settle, refuse) => {
      get({ host: '127.0.0.1', port, agent }, settle).once('error', refuse)
    })
  const isShut = () => vi.waitFor(() => expect(server.listening).toBe(false))
  return { closed: once(server, 'close'), isShut, ask }
}

test('an answer that has begun is whole in the end, nobody new is let in, and no connection is kept', async () => {
  const answers = watchAnswers()
  let half: ServerResponse | undefined
  const { closed, isShut, ask } = await aServer((_, response) => {
    response.write('first, ')
    half = response
  })
  const answer = await ask()
  const left = answers.finish(30_000)
  await isShut()
  await expect(ask()).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  half?.end('second')
  expect(await text(answer)).toBe('first, second')
  expect(await left).toBe(0)
  await closed
})

test('an answer that has not begun says that it is the last on its connection', async () => {
  const answers = watchAnswers()
  const { promise: asked, resolve: tell } = Promise.withResolvers<ServerResponse>()
  const { ask } = await aServer((_, response) => tell(response))
  const answer = ask()
  const response = await asked
  const left = answers.finish(30_000)
  response.end('whole')
  expect((await answer).headers.connection).toBe('close')
  expect(await text(await answer)).toBe('whole')
  expect(await left).toBe(0)
})

test('one that never ends is not waited for without end, and is counted', async () => {
  const answers = watchAnswers()
  const { ask } = await aServer((_, response) => void response.write('for ever'))
  await ask()
  expect(await answers.finish(10)).toBe(1)
})

test('where nothing is under way there is nothing to wait for', async () => {
  expect(await watchAnswers().finish(30_000)).toBe(0)
})
