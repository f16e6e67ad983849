import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Runs a program of this folder in a process of its own and lets it print. Rejects when it fails. */
export async function runProgram(path: string, args: readonly string[], environment: Record<string, string> = {}) {
  const program = fileURLToPath(new URL(path, import.meta.url))
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${path} ended with ${code}`)
}
