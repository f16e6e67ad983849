// Loaded by Node before the job, for a test: in the middle of reading vaults something fails that nobody catches, and it holds
// the request it was about, with its token.
import { subscribe } from 'node:diagnostics_channel'
import { ClientRequest } from 'node:http'

let asked = 0
subscribe('http.client.request.start', (message) => {
  const { request } = Object(message)
  if (!(request instanceof ClientRequest) || !request.host.endsWith('.vault.azure.net')) return
  asked += 1
  if (asked !== 5) return
  setImmediate(() => {
    throw Object.assign(new Error('a fault of ours in the middle of it'), {
      authorization: request.getHeader('authorization'),
      request,
    })
  })
})
