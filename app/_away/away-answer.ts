// What whoever asks is told while the database does not answer. It stands by itself: no script, no file of ours, no question.
import { readDisplay } from '#app/_preferences/display.ts'

/** In so many seconds somebody may ask again, and the page does by itself. */
const retryAfterSeconds = 10

/** To a person as a page, to a machine as JSON. `nonce` is that of the policy it is sent with; `display`, the cookie. */
export function awayAnswer(headers: Headers, { nonce, display }: { nonce: string; display?: string }): Response {
  const about = { status: 503, headers: { 'retry-after': String(retryAfterSeconds) } }
  if (!headers.get('accept')?.includes('text/html')) {
    return Response.json({ error: 'The database of Kempt does not answer.' }, about)
  }
  const { theme } = readDisplay(display)
  const page = awayPage(nonce, theme === 'system' ? 'light dark' : theme)
  return new Response(page, { ...about, headers: { ...about.headers, 'content-type': 'text/html; charset=utf-8' } })
}

// The colours of app/globals.css, and the looks of components/ui/notice.tsx.
const awayPage = (nonce: string, colorScheme: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${colorScheme}">
<meta http-equiv="refresh" content="${retryAfterSeconds}">
<title>The database does not answer · Kempt</title>
<style nonce="${nonce}">
:root { color-scheme: ${colorScheme}; }
html { background: light-dark(#f8f8f7, #101113); color: light-dark(#1a1b1e, #ecedee); font: 14px/20px ui-sans-serif, system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 528px; margin: 0 auto; padding: 96px 24px; }
h1 { margin: 8px 0 12px; font-size: 20px; line-height: 28px; font-weight: 600; letter-spacing: -0.025em; }
p { margin: 0 0 16px; color: light-dark(#4c4e54, #b6b9bf); }
p.name { margin: 0; font-size: 13px; font-weight: 600; color: light-dark(#64666d, #9599a1); }
a { display: inline-block; padding: 6px 12px; border: 1px solid light-dark(#8d8d87, #6f737b); border-radius: 6px; background: light-dark(#ffffff, #17181b); color: inherit; font-size: 13px; font-weight: 500; text-decoration: none; }
a:focus-visible { outline: 2px solid light-dark(#2a5bb8, #86aef5); outline-offset: 2px; }
</style>
</head>
<body>
<main>
<p class="name">Kempt</p>
<h1>The database does not answer</h1>
<p role="status">Nothing is lost and nothing was changed. This page asks again every ${retryAfterSeconds} seconds, and is there as soon as the database is; a snapshot that was under way is gone on with by the next run.</p>
<a href="">Try again</a>
</main>
</body>
</html>
`
