// What every answer tells the browser to refuse, and what the app refuses itself.
import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { CspEvaluator } from 'csp_evaluator'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, test } from './house.ts'
import { anyObject, everyPage } from './house/every-page.ts'
import { lead, sessionCookie } from './house/people.ts'
import { demoFile } from './house/target.ts'

/** A policy as the parser of another author reads it, and what its evaluator has against it. */
function readPolicy(policy: string) {
  const { csp } = new CspParser(policy)
  const faults = new CspEvaluator(csp).evaluate().filter(({ severity }) => severity !== Severity.NONE)
  return { directives: csp.directives, faults: faults.map(({ description }) => description) }
}

test('every page runs the scripts of this very answer, and no others', async ({ page, kempt, azure, signedInAs }) => {
  await signedInAs(lead)
  const vault = azure.estate(new Date()).vaults[0]?.name ?? ''
  const object = anyObject(azure.objects(vault, new Date()))
  const [{ identity: caller } = { identity: '' }] = await kempt.callers.exported()
  const nonces = new Set<string>()
  const paths = [
    ...Object.values(everyPage({ vault, row: 'o1', caller, object })),
    '/there-is-no-such-page',
    '/no-role',
    '/sign-in/signed-out',
  ]
  for (const path of paths) {
    const answer = await page.request.get(path)
    const policy = answer.headers()['content-security-policy'] ?? ''
    const { directives, faults } = readPolicy(policy)
    const nonce = /'nonce-([^']+)'/.exec(directives['script-src']?.join(' ') ?? '')?.[1] ?? ''
    expect.soft(nonce, path).not.toBe('')
    expect.soft(nonces.has(nonce), `${path} has the nonce of another answer`).toBe(false)
    nonces.add(nonce)
    expect.soft(policy, path).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    expect.soft(directives, path).toMatchObject({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] })
    expect.soft(faults, path).toEqual([])

    const html = await answer.text()
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect.soft(scripts.length, path).toBeGreaterThan(0)
    expect
      .soft(
        scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
        path,
      )
      .toEqual([])
    expect
      .soft(
        /\sstyle="|\son\w+="/.test(html.replace(/<script\b[\s\S]*?<\/script>/g, '')),
        `${path} has inline styles or handlers`,
      )
      .toBe(false)
  }
})

test('nothing private is kept by anybody on the way', async ({ page, signedInAs }) => {
  await signedInAs(lead)
  for (const path of [
    '/',
    '/findings',
    '/findings/export.csv',
    '/findings/export.json',
    '/vaults/export.csv',
    '/api/snapshots/progress',
  ]) {
    const {
      'cache-control': cache,
      'x-content-type-options': sniff,
      'referrer-policy': referrer,
    } = (await page.request.get(path)).headers()
    expect.soft(cache, path).toContain('no-store')
    expect.soft(sniff, path).toBe('nosniff')
    expect.soft(referrer, path).toBe('same-origin')
  }
})

test('the session cookie is out of reach of scripts and of other sites', async ({ context, signedInAs }) => {
  await signedInAs(lead)
  const session = (await context.cookies()).find(({ name }) => name === sessionCookie)
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
})

test('a change that another site asks for is refused', async ({ page, kempt, signedInAs }) => {
  await signedInAs(lead)
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, {}]) {
    const answer = await page.request.post('/snapshots', { headers, form: { '1_$ACTION_ID': 'anything' } })
    expect(answer.status(), JSON.stringify(headers)).toBe(403)
  }
  await kempt.snapshots.open()
  await expect(kempt.snapshots.progress).toBeHidden()
})

test('who is not signed in gets neither a page nor a file', async ({ page }) => {
  for (const path of ['/', '/findings', '/findings/export.csv', '/vaults/export.json', '/rules', '/snapshots']) {
    const answer = await page.request.get(path, { maxRedirects: 0 })
    // A file is asked for by programs too, which would keep the page of sign-in as that file.
    const isFile = path.includes('export')
    expect(answer.status(), path).toBe(isFile ? 401 : 303)
    if (isFile) continue
    expect(answer.headers().location, path).toContain('/sign-in')
  }
  expect((await page.request.get('/api/snapshots/progress')).status()).toBe(401)
  const health = await page.request.get('/api/health')
  expect(await health.json()).toEqual({ status: 'ok', database: 'ok' })
})

test('a browser whose session ended is led from a file to sign-in, as from a page', async ({ page }) => {
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const answer = await page.request.get('/findings/export.csv', { headers, maxRedirects: 0 })
  expect(answer.status()).toBe(303)
})

test('sign-ins from one address have a limit, which says in one sentence when to try again', async ({ page }) => {
  const status = async (address: string) => {
    const headers = { 'x-forwarded-for': address, accept: 'text/html' }
    return page.request.get('/sign-in/start', { headers, maxRedirects: 0 })
  }
  // Others that run meanwhile come from another address.
  const answers = await Promise.all(Array.from({ length: 260 }, () => status('203.0.113.77')))
  const refused = answers.filter((answer) => answer.status() === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(answers.filter((answer) => answer.status() === 303).length).toBeGreaterThanOrEqual(240)
  expect(Number(refused[0]?.headers()['retry-after'])).toBeGreaterThan(0)
  expect(await refused[0]?.text()).toMatch(
    /^There were too many sign-ins from this address: try again in \d+ seconds?\.\n$/,
  )
  expect((await status('203.0.113.78')).status()).toBe(303)
})

test('no log holds a token, a session, the link of a feed, or a secret of the app', async ({ context, signedInAs }) => {
  await signedInAs(lead)
  const log = readFileSync(demoFile('app.log'), 'utf8')
  const { ENTRA_CLIENT_SECRET: clientSecret } = parseEnv(readFileSync(demoFile('azure.env'), 'utf8'))
  const session = (await context.cookies()).find(({ name }) => name === sessionCookie)?.value
  for (const secret of [readFileSync(demoFile('session-secret'), 'utf8').trim(), clientSecret, session]) {
    expect(secret).toMatch(/.{16}/)
    expect(log).not.toContain(secret)
  }
  // Every token begins so, and so do the cookies.
  expect(log).not.toMatch(/eyJ[\w-]{10}|[?&]code=|\/calendar\/feed\/[\w-]{20}/)
})
