// boot.cjs in a small project of its own, whose packages are "installed" already, run by this Node.
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

let project: string
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'kempt-boot-'))
  const here = fileURLToPath(new URL('.', import.meta.url))
  cpSync(join(here, 'boot.cjs'), join(project, 'deploy', 'boot.cjs'))
  cpSync(join(here, 'boot'), join(project, 'deploy', 'boot'), { recursive: true })
  has('deploy/processes/end-with-parent.ts', '')
  has('package.json', '{ "type": "module" }')
  const lock = JSON.stringify({ packages: { '': {}, 'node_modules/prisma': { version: '1.0.0' } } })
  has('package-lock.json', lock)
  has('node_modules/.package-lock.json', lock)
  has('node_modules/prisma/package.json', '{ "version": "1.0.0" }')
  has('node_modules/prisma/build/index.js', "require('node:fs').mkdirSync('lib/db/generated', { recursive: true })")
  has('prisma/schema.prisma', '')
  const own = join('node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  mkdirSync(dirname(join(project, own)), { recursive: true })
  symlinkSync(process.execPath, join(project, own))
})
afterAll(() => rmSync(project, { recursive: true }))

function has(file: string, text: string) {
  mkdirSync(dirname(join(project, file)), { recursive: true })
  writeFileSync(join(project, file), text)
}

function boot(...parameters: string[]): ChildProcess {
  const { npm_lifecycle_event, ...env } = process.env
  return spawn(process.execPath, [join(project, 'deploy', 'boot.cjs'), ...parameters], { env, cwd: tmpdir() })
}

async function outcome(child: ChildProcess) {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (text) => {
    stdout += text
  })
  child.stderr?.on('data', (text) => {
    stderr += text
  })
  const code = await new Promise((settle) => child.once('close', settle))
  return { code, stdout, stderr }
}

const said = (child: ChildProcess) =>
  new Promise<string>((settle) => child.stdout?.once('data', (text) => settle(`${text}`)))

test('without a script it says how it is used', async () => {
  expect(await outcome(boot())).toMatchObject({
    code: 2,
    stderr: 'Usage: node deploy/boot.cjs SCRIPT [ARGUMENT…]\n',
  })
})

test('a script gets its arguments as they were, in the root of the project, and alone writes to stdout', async () => {
  has('say.ts', 'const said: object = [process.argv.slice(2), process.cwd()]\nconsole.log(JSON.stringify(said))')
  const { code, stdout } = await outcome(boot('say.ts', '--at', 'two words', ''))
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual([['--at', 'two words', ''], project])
})

test('the exit code is kept', async () => {
  has('leave.ts', 'process.exit(4)')
  expect((await outcome(boot('leave.ts'))).code).toBe(4)
})

test('a signal is passed on once, and the script ends as it likes', async () => {
  has(
    'wait.ts',
    `let times = 0
    process.on('SIGTERM', () => { times++; setTimeout(() => process.exit(10 + times), 100) })
    setInterval(() => {}, 1000)
    console.log('waiting')`,
  )
  const child = boot('wait.ts')
  const end = outcome(child)
  await said(child)
  child.kill('SIGTERM')
  child.kill('SIGTERM')
  expect((await end).code).toBe(11)
})

test('a script that is killed is told as a shell would', async () => {
  has('die.ts', "process.kill(process.pid, 'SIGKILL')")
  expect((await outcome(boot('die.ts'))).code).toBe(128 + 9)
})

test('packages that are not those of the lock are installed, and a failure to do so is told in the end', async () => {
  has('node_modules/.package-lock.json', JSON.stringify({ packages: {} }))
  const npm = join(project, 'npm-cli.js')
  has('npm-cli.js', "console.error('no network'); process.exit(7)")
  const { npm_lifecycle_event, ...env } = process.env
  const child = spawn(process.execPath, [join(project, 'deploy', 'boot.cjs'), 'say.ts'], {
    env: { ...env, npm_execpath: npm },
  })
  const { code, stdout, stderr } = await outcome(child)
  expect([code, stdout]).toEqual([7, ''])
  expect(stderr).toContain('Installing packages …')
  expect(stderr).toMatch(/no network\nThe packages could not be installed: "npm ci" ended with 7\.\n$/)
})
