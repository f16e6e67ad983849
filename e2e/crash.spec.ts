// What an app leaves behind that is stopped in the middle or cannot start: words and a diagnostic report, and none of its secrets.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'

const server = fileURLToPath(new URL('../.next/standalone/server.js', import.meta.url))

/** A port of this machine where somebody listens, says nothing, and tells who has come. */
async function aSilentDatabase() {
  const listener = createServer()
  const connected = new Promise<void>((resolve) => listener.once('connection', () => resolve()))
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { port, connected, close: () => listener.close() }
}

test('neither its report nor its last words hold a secret of its environment', async () => {
  const database = await aSilentDatabase()
  const secrets = {
    ENTRA_CLIENT_SECRET: 'the-client-secret-of-this-story',
    KEMPT_SESSION_SECRET: 'the-session-secret-of-this-story-of-forty-characters',
    DATABASE_URL: `postgresql://kempt:the-password-of-this-story@127.0.0.1:${database.port}/kempt`,
  }
  const folder = test.info().outputPath()
  const app = spawn(process.execPath, ['--report-on-signal', `--report-directory=${folder}`, server], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOSTNAME: '127.0.0.1',
      PORT: '0',
      KEMPT_URL: 'http://127.0.0.1:3000',
      ENTRA_TENANT_ID: '0b1c2d3e-0000-4000-8000-0000000000aa',
      ENTRA_CLIENT_ID: '0b1c2d3e-0000-4000-8000-0000000000cc',
      ...secrets,
    },
  })
  const said = Promise.all([text(app.stdout), text(app.stderr)])
  await database.connected
  app.kill('SIGUSR2')
  await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.json'))).toHaveLength(1)
  app.kill('SIGTERM')
  const [report = ''] = readdirSync(folder).filter((name) => name.endsWith('.json'))
  await expect.poll(() => readFileSync(`${folder}/${report}`, 'utf8').trimEnd().endsWith('}')).toBe(true)

  database.close()
  const left = [readFileSync(`${folder}/${report}`, 'utf8'), ...(await said)].join('\n')
  expect(left).toContain('"header"')
  for (const name of ['client-secret', 'session-secret', 'password']) expect(left).not.toContain(`the-${name}-of-this`)
})
