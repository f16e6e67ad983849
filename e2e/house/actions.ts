// Sends a server action as a browser would, or as somebody who writes the request themselves.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { z } from 'zod'
import { origin } from './target.ts'

export type Action = {
  /** What it is called by, from outside. */
  id: string
  /** `app/waivers/ask.ts`. */
  file: string
  /** A page that has it. */
  path: string
}

const manifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), workers: z.record(z.string(), z.unknown()) })),
})

/** Every action there is in the app as it is built, whether a page shows it or not. */
export function builtActions(): Action[] {
  const file = fileURLToPath(new URL('../../.next/server/server-reference-manifest.json', import.meta.url))
  const { node } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.entries(node).map(([id, { filename, workers }]) => {
    // Next asks for the action, not for whether the page would have offered it: one without parameters will do.
    const pages = Object.keys(workers).map((worker) => worker.replace(/^app(\/.*?)?\/page$/, '$1') || '/')
    return { id, file: filename, path: pages.find((page) => !page.includes('[')) ?? '/' }
  })
}

export type Sent = {
  action: Action
  /** Null: it takes none. */
  fields: Readonly<Record<string, string>> | null
  /** What it knows of the form before; some take the form alone. */
  takesState: boolean
}

/** The answer, unfollowed. Without other headers it comes from a page of ours. */
export function sendAction(
  request: APIRequestContext,
  { action, fields, takesState }: Sent,
  headers: Record<string, string> = { origin },
): Promise<APIResponse> {
  const how = { headers: { ...headers, 'next-action': action.id, accept: 'text/x-component' }, maxRedirects: 0 }
  if (!fields)
    return request.post(action.path, { ...how, headers: { ...how.headers, 'content-type': 'text/plain' }, data: '[]' })
  // As React writes a form: its fields under a number, then the arguments that refer to it.
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value)
  form.append('0', takesState ? '[null,"$K1"]' : '["$K1"]')
  return request.post(action.path, { ...how, multipart: form })
}
