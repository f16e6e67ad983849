// Runs one of PostgreSQL's programs to its end, as the account it needs and with nothing of our environment but the path.
import { spawn } from 'node:child_process'
import type { Account } from './unprivileged-account.ts'

export type Outcome = { ok: boolean; complaint: string }

/** Never throws: a program that cannot even start is an outcome too. `cwd` is entered before root is given up. */
export function runAs(account: Account | null, file: string, args: string[], cwd: string): Promise<Outcome> {
  // Our environment holds client secrets, and a server keeps its environment as long as it lives.
  const { NODE_ENV, PATH, SystemRoot } = process.env
  const program = spawn(file, args, {
    cwd,
    env: { NODE_ENV, PATH, SystemRoot, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    // A Ctrl-C must not cut a start in two: the server would be up and nobody would know.
    detached: process.platform !== 'win32',
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
  let complaint = ''
  program.stderr.on('data', (text) => {
    complaint += text
  })
  return new Promise((settle) => {
    program.once('error', (error) => settle({ ok: false, complaint: error.message }))
    program.once('close', (code) => settle({ ok: code === 0, complaint: complaint.trim() }))
  })
}
