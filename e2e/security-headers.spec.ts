// What every answer tells the browser to refuse, and what the app refuses itself.
import type { APIResponse } from '@playwright/test'
import { expect, test } from './house.ts'
import { anyObject, everyPage } from './house/every-page.ts'
import { lead, sessionCookie } from './house/people.ts'

const directive = (answer: APIResponse, name: string) =>
  (answer.headers()['content-security-policy'] ?? '').split('; ').find((one) => one.startsWith(`${name} `)) ?? ''

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
    const nonce = /'nonce-([^']+)'/.exec(directive(answer, 'script-src'))?.[1] ?? ''
    expect.soft(nonce, path).not.toBe('')
    expect.soft(nonces.has(nonce), `${path} has the nonce of another answer`).toBe(false)
    nonces.add(nonce)
    expect.soft(policy, path).not.toMatch(/unsafe-inline|unsafe-eval|\*/)
    expect.soft(policy, path).toContain("default-src 'none'")
    expect.soft(policy, path).toContain("frame-ancestors 'none'")

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
    expect(answer.status(), path).toBe(303)
    expect(answer.headers().location, path).toContain('/sign-in')
  }
  expect((await page.request.get('/api/snapshots/progress')).status()).toBe(401)
  const health = await page.request.get('/api/health')
  expect(await health.json()).toEqual({ status: 'ok', database: 'ok' })
})
