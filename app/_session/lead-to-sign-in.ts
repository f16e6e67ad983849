// The answer to a request that nobody is signed in for. Whoever asked, a person ends at sign-in and comes back to the page.
import { signInPath } from './return-to.ts'

/** `path` is the page's own path and query. */
export function leadToSignIn(request: { headers: Headers }, path: string, publicUrl: string): Response {
  const { headers } = request
  if (path.startsWith('/api/') || isFileForMachine(headers, path)) {
    return Response.json({ error: 'Nobody is signed in.' }, { status: 401 })
  }
  const signIn = signInPath(path)
  // Next's router fetches pages and sends actions by script, and a script cannot follow to Entra. An answer that is no page
  // makes it load the address as a document, and this header (Next's own) takes an action's sender along.
  if (headers.has('next-action')) {
    return new Response(null, { status: 204, headers: { 'x-action-redirect': `${signIn};push` } })
  }
  if (headers.get('sec-fetch-dest') === 'empty') return new Response(null, { status: 204 })
  // 303, so that a form comes back as a page to look at and is not sent twice.
  return new Response(null, { status: 303, headers: { location: new URL(signIn, publicUrl).href } })
}

/** A program that asks for a file would follow to sign-in and keep that page as its file. Browsers take pages as well. */
const isFileForMachine = (headers: Headers, path: string) =>
  /\.(csv|json)$/.test(path.split('?')[0] ?? '') && !headers.get('accept')?.includes('text/html')
