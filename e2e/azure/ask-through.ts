// Sends requests as an application with a shared agent does: https through the stand-in as its proxy, http straight to it.
import { readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent, request as httpsRequest } from 'node:https'
import type { StandIn } from './open-stand-in.ts'

export type Told = { status: number; headers: IncomingMessage['headers']; text: string; reused: boolean }

export type Asker = {
  ask(url: string, options?: { method?: string; body?: string; headers?: Record<string, string> }): Promise<Told>
  agent: Agent
}

/** One connection at a time, so that `reused` means something. */
export function askThrough({ origin, environment }: StandIn): Asker {
  const ca = readFileSync(environment.NODE_EXTRA_CA_CERTS ?? '')
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca, proxyEnv: { NODE_ENV: 'test', HTTPS_PROXY: origin } })
  return {
    agent,
    ask: (url, options = {}) =>
      new Promise((resolve, reject) => {
        const request = url.startsWith('https:') ? httpsRequest(url, { ...options, agent }) : httpRequest(url, options)
        request.on('error', reject)
        request.on('response', async (response) => {
          try {
            let text = ''
            for await (const chunk of response) text += chunk
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, reused: request.reusedSocket })
          } catch (error) {
            reject(error)
          }
        })
        request.end(options.body)
      }),
  }
}
