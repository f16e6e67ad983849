// A cluster's folder appears whole or not at all: it is made beside its place and then moved there.
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import { dataFolderOf, passwordFileOf, superuser } from './cluster-folder.ts'
import { pathForAccount } from './path-for-account.ts'
import { runAs } from './run-as.ts'
import type { Binaries } from './server-binaries.ts'
import type { Account } from './unprivileged-account.ts'

/** Makes an empty cluster at `folder`, which must be missing or empty. If another starter is quicker, theirs stays. */
export async function makeCluster(
  folder: string,
  { account, binaries, fast }: { account: Account | null; binaries: Binaries; fast: boolean },
): Promise<void> {
  makeParents(dirname(folder))
  removeLeftovers(folder)
  const draft = `${folder}.making-${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(join(draft, 'data'), { recursive: true })
    chmodSync(draft, 0o755)
    const data = dataFolderOf(draft)
    const passwordFile = passwordFileOf(draft)
    chmodSync(data, 0o700)
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 })
    if (account) for (const path of [data, passwordFile]) chownSync(path, account.uid, account.gid)

    const name = pathForAccount(account, data)
    const { ok, complaint } = await runAs(
      account,
      binaries.initdb,
      [
        `--pgdata=${name}`,
        `--username=${superuser}`,
        // Not path.join, which would shorten /proc/self/cwd/.. by its letters.
        `--pwfile=${name}/../password`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(fast ? ['--no-sync'] : []),
      ],
      data,
    )
    if (!ok) throw new DatabaseError(`A database could not be made in ${folder} (${lastLine(complaint)}).`)

    const { uid, gid } = process.getuid && process.getgid ? { uid: process.getuid(), gid: process.getgid() } : {}
    if (account && uid !== undefined && gid !== undefined) chownSync(passwordFile, uid, gid)
    moveIntoPlace(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Parents are made passable whatever the umask, or the account PostgreSQL runs as could not walk to its data. */
function makeParents(parent: string) {
  try {
    const first = mkdirSync(parent, { recursive: true })
    for (let made = parent; first !== undefined && made.length >= first.length; made = dirname(made)) {
      chmodSync(made, 0o755)
    }
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new DatabaseError(`The folder ${parent} cannot be made (${reason}): set KEMPT_DATA_DIR to one that can.`, {
      cause,
    })
  }
}

/** A starter that was killed while it made a cluster leaves its draft; nobody has ever used it. */
function removeLeftovers(folder: string) {
  const prefix = `${basename(folder)}.making-`
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue
    rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function moveIntoPlace(draft: string, folder: string) {
  try {
    renameSync(draft, folder)
  } catch (error) {
    if (!existsSync(passwordFileOf(folder))) throw error
  }
}

const lastLine = (text: string) => text.split('\n').at(-1) ?? text
