// Whoever has asked is answered, also when the app is asked to end: nobody new is let in, and what is under way goes on to its
// end. Next would do the first, but leave a running snapshot where it is.
import { subscribe } from 'node:diagnostics_channel'
import { Server, ServerResponse } from 'node:http'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'

export type AnswersUnderWay = {
  /** Lets nobody in any more and waits for what is under way, so long at most. Returns how many answers were not finished. */
  finish(withinMs: number): Promise<number>
}

/** Watches every server of this process from now on. */
export function watchAnswers(): AnswersUnderWay {
  const servers = new Set<Server>()
  const open = new Set<ServerResponse>()
  const { promise: noneIsLeft, resolve: tellThatNoneIsLeft } = Promise.withResolvers<void>()
  let isEnding = false

  const leave = (server: Server) => {
    // Kept for a next request, a connection would be cut in the middle of it. It is idle only once Node has done with the answer.
    setImmediate(() => server.closeIdleConnections())
    if (open.size === 0) tellThatNoneIsLeft()
  }
  // Next makes the server and does not hand it out; Node tells of it with every request.
  subscribe('http.server.request.start', (message) => {
    const { server, response } = Object(message)
    if (!(server instanceof Server && response instanceof ServerResponse)) return
    servers.add(server)
    open.add(response)
    if (isEnding) isTheLast(response)
    response.once('close', () => {
      open.delete(response)
      if (isEnding) leave(server)
    })
  })
  return {
    async finish(withinMs) {
      isEnding = true
      // Whoever has knocked already is let in first: the system would turn them away in the middle of their question.
      for (let turns = 0; turns < 2; turns++) await turn()
      for (const server of servers) server.close()
      for (const response of open) isTheLast(response)
      if (open.size > 0) await Promise.race([noneIsLeft, wait(withinMs, null, { ref: false })])
      return open.size
    },
  }
}

/** On its connection: the next request goes to whoever answers then. */
function isTheLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
}
