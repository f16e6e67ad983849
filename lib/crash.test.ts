// A process that really crashes: what is left of it are its last words and the report that Node writes.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'kempt-crash-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a line of a program that has a secret in its environment, and gathers whatever it leaves behind. */
function crash(name: string, program: string) {
  const reports = join(folder, name)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--report-uncaught-exception',
      `--report-directory=${folder}`,
      `--report-filename=${name}.json`,
      '--input-type=module',
      '--eval',
      `import { crashQuietly } from '${import.meta.dirname}/crash.ts'\n${program}`,
    ],
    {
      encoding: 'utf8',
      env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, ENTRA_CLIENT_SECRET: 'secret-of-the-environment' },
    },
  )
  const report = readdirSync(folder).includes(`${name}.json`) ? readFileSync(`${reports}.json`, 'utf8') : ''
  return { status, report, said: `${stdout}${stderr}` }
}

// Put together there, because a report names the whole command, of which the program is a part here.
const fault = `
  const token = ['token', 'of', 'a', 'request'].join('-')
  const request = { headers: { authorization: 'Bearer ' + token } }
  function whereItWas() { throw Object.assign(new Error('what went wrong', { cause: request }), { request, token }) }`

test('a fault says what and where, and nothing of what it carries', () => {
  const { status, report, said } = crash('thrown', `crashQuietly(); ${fault}; setImmediate(whereItWas)`)
  expect(status).toBe(1)
  expect(said).toMatch(/^Crashed: Error: what went wrong\n\s+at .*whereItWas/m)
  expect(report).toContain('what went wrong')
  for (const text of [said, report]) expect(text).not.toMatch(/token-of-a-request|secret-of-the-environment/)
})

test('so does a promise that nobody waited for', () => {
  const { status, report, said } = crash('rejected', `crashQuietly(); ${fault}; (async () => whereItWas())()`)
  expect(status).toBe(1)
  expect(said).toMatch(/^Crashed: Error: what went wrong$/m)
  for (const text of [said, report]) expect(text).not.toMatch(/token-of-a-request|secret-of-the-environment/)
})

test('what was thrown and is no error at all is not printed', () => {
  const { status, report, said } = crash('text', `crashQuietly(); ${fault}; setImmediate(() => { throw token })`)
  expect(status).toBe(1)
  expect(said).toMatch(/^Crashed: string$/m)
  for (const text of [said, report]) expect(text).not.toContain('token-of-a-request')
})

test('Node by itself would tell all of it', () => {
  const { report, said } = crash('loud', `void crashQuietly; ${fault}; setImmediate(whereItWas)`)
  expect(said).toContain('token-of-a-request')
  expect(report).toContain('secret-of-the-environment')
})
