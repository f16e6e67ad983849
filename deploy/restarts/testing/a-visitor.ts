// Somebody with a browser, as far as restarts are about them: a session, pages, files and forms. Each request has a connection
// of its own, so that one which breaks is about that request.
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { builtActions } from '#e2e/house/actions.ts'

export type Answer = { status: number; text: string; leadsTo: string | null }

export type Visitor = {
  /** Asks whoever answers at that origin. Rejects when the answer is not whole. */
  gets(origin: string, path: string): Promise<Answer>
  /** The beginning of an answer, whose rest is not read yet. */
  begins(origin: string, path: string): Promise<IncomingMessage>
  /** Sends a form as a page of ours would. `takesState`: it knows of the form before. */
  sends(origin: string, file: string, fields: Readonly<Record<string, string>>, takesState?: boolean): Promise<Answer>
  /** What only they and Kempt may know. */
  session: string
}

/** An answer that began and was not whole. */
export class BrokenOff extends Error {}

/** Goes through sign-in by hand. `url` is what Kempt calls itself. */
export async function signIn(origin: string, url: string, objectId: string): Promise<Visitor> {
  const start = await ask(origin, '/sign-in/start')
  start.resume()
  const entra = new URL(start.headers.location ?? '')
  const choice = new URLSearchParams([...entra.searchParams, ['choice', objectId]])
  const chosen = await fetch(`${entra.origin}${entra.pathname}`, { method: 'POST', body: choice, redirect: 'manual' })
  const back = new URL(chosen.headers.get('location') ?? '')
  const done = await ask(origin, `${back.pathname}${back.search}`, { cookie: cookiesIn(start) })
  done.resume()
  const session = cookiesIn(done)
  if (!session.includes('kempt=')) throw new Error(`Nobody was signed in: ${done.statusCode} ${done.headers.location}`)
  return visitorWith(session, url)
}

function visitorWith(cookie: string, url: string): Visitor {
  const whole = async (answer: IncomingMessage): Promise<Answer> => ({
    status: answer.statusCode ?? 0,
    leadsTo: answer.headers.location ?? [answer.headers['x-action-redirect']].flat()[0] ?? null,
    text: await text(answer).catch((cause) => {
      throw new BrokenOff(`The answer broke off: ${cause}`, { cause })
    }),
  })
  return {
    gets: async (origin, path) => whole(await ask(origin, path, { cookie })),
    begins: (origin, path) => ask(origin, path, { cookie }),
    async sends(origin, file, fields, takesState = true) {
      const action = builtActions().find((one) => one.file === file)
      if (!action) throw new Error(`There is no action ${file}.`)
      // As React writes a form: its fields under a number, then the arguments that refer to it.
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
      form.append('0', takesState ? '[null,"$K1"]' : '["$K1"]')
      const body = new Response(Object.keys(fields).length > 0 ? form : '[]')
      const headers = {
        ...{ cookie, origin: url, 'next-action': action.id, accept: 'text/x-component' },
        'content-type': body.headers.get('content-type') ?? 'text/plain',
      }
      return whole(await ask(origin, action.path, headers, Buffer.from(await body.arrayBuffer())))
    },
    session: cookie.replace(/^kempt=/, ''),
  }
}

function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer,
): Promise<IncomingMessage> {
  return new Promise((settle, refuse) => {
    const method = body ? 'POST' : 'GET'
    const asked = request(`${origin}${path}`, { method, headers, agent: false }, settle).once('error', refuse)
    asked.end(body)
  })
}

const cookiesIn = ({ headers }: IncomingMessage) =>
  (headers['set-cookie'] ?? [])
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => !pair.endsWith('='))
    .join('; ')
