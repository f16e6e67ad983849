// By which name can PostgreSQL's account open a folder of ours?
import { type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import type { Account } from './unprivileged-account.ts'

/**
 * The name to give PostgreSQL for `folder`, which must also be the working directory of the program it is given to.
 * Usually the folder itself. Under a private folder (a checkout in /root, a `mktemp -d`) the account cannot walk there by
 * name, yet a process may always enter its own working directory, which it is put into before root is given up.
 */
export function pathForAccount(account: Account | null, folder: string): string {
  if (account === null || canWalkTo(account, folder)) return folder
  if (process.platform === 'linux') return '/proc/self/cwd'
  throw new DatabaseError(
    `PostgreSQL runs as "${account.name}" when Kempt is started by root, and that account cannot reach ${folder}: set KEMPT_DATA_DIR to a folder it can reach, or start Kempt as an ordinary user.`,
  )
}

/** Whether every folder above lets the account pass. Judged by the mode bits, as access lists are rare on such paths. */
export function canWalkTo(account: Account, path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!letsPass(statSync(folder), account)) return false
    if (folder === dirname(folder)) return true
  }
}

function letsPass(folder: Stats, { uid, gid }: Account): boolean {
  if (folder.uid === uid) return (folder.mode & 0o100) !== 0
  if (folder.gid === gid) return (folder.mode & 0o010) !== 0
  return (folder.mode & 0o001) !== 0
}
