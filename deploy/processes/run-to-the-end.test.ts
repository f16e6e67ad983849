// Real processes, because what is promised here is about processes.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kempt-processes-'))
  writeFileSync(join(folder, 'child.ts'), "console.log('child', process.pid)\nsetInterval(() => {}, 1000)")
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs `main` as a command. `startChild()` in it starts a child that waits for ever and says its pid. */
function command(name: string, main: string) {
  const module = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
  const script = join(folder, `${name}.ts`)
  writeFileSync(
    script,
    `import { Refusal } from ${module('./refusal.ts')}
     import { runToTheEnd } from ${module('./run-to-the-end.ts')}
     import * as children from ${module('./start-child.ts')}
     const forEver = () => new Promise(() => setInterval(() => {}, 1000))
     await runToTheEnd(async (life) => {
       const startChild = () => children.startChild(life, { script: ${JSON.stringify(join(folder, 'child.ts'))}, env: process.env })
       ${main}
     })`,
  )
  const command = spawn(process.execPath, [script])
  let output = ''
  for (const stream of [command.stdout, command.stderr]) {
    stream.on('data', (text) => {
      output += text
    })
  }
  const childPid = () => vi.waitFor(() => Number(/child (\d+)/.exec(output)?.[1] ?? expect.fail('no child yet')), 5000)
  const code = new Promise((settle) => command.once('close', settle))
  return { command, code, childPid, output: () => output }
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('what was added last is closed first, then the code is given', async () => {
  const { code, output } = command(
    'order',
    "life.onEnd(() => console.log('first')); life.onEnd(async () => console.log('second')); return 3",
  )
  expect(await code).toBe(3)
  expect(output()).toBe('second\nfirst\n')
})

test('a refusal is one sentence, anything else shows where it came from', async () => {
  const refused = command('refused', "throw new Refusal('Port 3000 is in use.')")
  expect(await refused.code).toBe(1)
  expect(refused.output()).toBe('Port 3000 is in use.\n')
  const broken = command('broken', "throw new Error('surprise')")
  expect(await broken.code).toBe(1)
  expect(broken.output()).toMatch(/surprise\n\s+at /)
})

test('a signal ends the children first, and says so in the exit code', async () => {
  const { command: run, code, childPid } = command('signal', 'await startChild().exited; return 0')
  const pid = await childPid()
  run.kill('SIGINT')
  run.kill('SIGINT')
  expect(await code).toBe(130)
  expect(isAlive(pid)).toBe(false)
})

test('once all is up, being asked to end is no failure', async () => {
  const { command: run, code, childPid } = command('settled', 'life.settled(); await startChild().exited; return 1')
  await childPid()
  run.kill('SIGTERM')
  expect(await code).toBe(0)
})

test('after the end has begun no child is started', async () => {
  const {
    command: run,
    code,
    output,
  } = command(
    'late',
    `life.signal.addEventListener('abort', () => { try { startChild() } catch (error) { console.log(error.message) } })
     console.log('child', 1)
     setInterval(() => {}, 1000)
     await new Promise((settle) => life.signal.addEventListener('abort', settle))
     return 0`,
  )
  await vi.waitFor(() => expect(output()).toContain('child'), 5000)
  run.kill('SIGTERM')
  expect(await code).toBe(143)
  expect(output()).toContain('was not started, because the end has begun.')
})

test('a child goes when we are killed outright', async () => {
  const { command: run, childPid } = command('killed', 'startChild(); return forEver()')
  const pid = await childPid()
  run.kill('SIGKILL')
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5000)
})
