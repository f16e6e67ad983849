// Asked before any work: a port that is taken should cost nobody a minute of waiting.
import { createServer } from 'node:net'
import { Refusal } from './refusal.ts'

/** Throws `Refusal` when nobody could listen there. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((settle, refuse) => {
    const server = createServer()
    server.once('error', (error) => {
      const reason = 'code' in error ? error.code : error.message
      refuse(
        new Refusal(
          reason === 'EADDRINUSE'
            ? `Port ${port} on ${host} is in use: stop what listens there, or set PORT to another one.`
            : `Kempt cannot listen on ${host}, port ${port} (${reason}): set HOST and PORT to what this machine has.`,
        ),
      )
    })
    server.listen(port, host, () => server.close(() => settle()))
  })
}
