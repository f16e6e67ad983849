// Every page, route and action asks who is looking before it asks anything else. That the answer is then heeded is tried from
// outside: e2e/authorization.spec.ts and e2e/actions.spec.ts.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('.', import.meta.url))

const read = (path: string) => readFileSync(`${root}${path}`, 'utf8')

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))

/** For those who are not in yet or have no role, for probes, for calendars with their link, and for a cookie of one's own. */
const openDoors =
  /^(sign-in|sign-out|no-role|api\/health)\/|^calendar\/feed\/|^_preferences\/save-display\.ts$|^sign-in\/page/

/** Where a route hands its question on to, and what that hands it on to, untouched; itself, where it answers it. */
function answering(path: string): string {
  const text = read(path)
  const [, route] = /^import \{ export\w+ \} from '(\.[^']+)'/m.exec(text) ?? []
  const [, name, before = ''] = /\b(\w+File)\(request, asked,(?<=^([\s\S]*))/.exec(text) ?? []
  const handsOn = name !== undefined && !/\bawait\b/.test(before.replace(/\/\/.*/g, ''))
  const [, file] = (handsOn && new RegExp(`^import \\{[^}]*\\b${name} \\} from '(\\.[^']+)'`, 'm').exec(text)) || []
  const next = route ?? file
  return next ? answering(decodeURI(new URL(next, `file:///${encodeURI(path)}`).pathname.slice(1))) : path
}

const doors = files
  .filter(
    (path) => /(^|\/)(page|route)\.tsx?$/.test(path) || (/\.tsx?$/.test(path) && /^'use server'/m.test(read(path))),
  )
  .filter((path) => !openDoors.test(path))

/** The first thing that the exported function waits for, besides the address itself. */
const firstAsked = (text: string) => {
  const body = text.slice(text.search(/^export (default )?async function (?!generate)/m))
  const waits = [...body.matchAll(/\bawait (?:Promise\.all\(\[)?\(?(\w+)/g)].map(([, what]) => what ?? '')
  return waits.find((what) => !['params', 'searchParams', 'nameIn', 'namedIn'].includes(what)) ?? ''
}

test('there are doors', () => expect(doors.length).toBeGreaterThan(80))

test.each(doors)('%s asks who is looking first', (path) => {
  expect(firstAsked(read(answering(path)))).toMatch(/^openView(ForRoute)?$/)
})

test.each([
  'export default async function P() {\n  const rows = await list(db)\n  const view = await openView()\n}',
  'export async function GET() {\n  return Response.json(await db.secret.findMany())\n}',
  "export async function save() {\n  'use server'\n}",
])('the test itself sees who does not: %j', (text) => expect(firstAsked(text)).not.toMatch(/^openView/))
