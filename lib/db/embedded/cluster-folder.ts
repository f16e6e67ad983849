// What a cluster's folder holds: `data`, which is PostgreSQL's own, and beside it the `password` that opens it.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import { serverMajor } from './server-binaries.ts'

export const superuser = 'kempt'
export const dataFolderOf = (folder: string) => join(folder, 'data')
export const passwordFileOf = (folder: string) => join(folder, 'password')
export const logFileOf = (folder: string) => join(folder, 'data', 'server.log')

/** The password of the cluster in `folder`; null when there is no cluster yet. A folder that is neither throws. */
export function readPassword(folder: string): string | null {
  if (isMissingOrEmpty(folder)) return null
  const password = read(passwordFileOf(folder))?.trim()
  const version = read(join(dataFolderOf(folder), 'PG_VERSION'))?.trim()
  const missing = [
    ...(version ? [] : ['data/PG_VERSION']),
    ...(exists(join(dataFolderOf(folder), 'global', 'pg_control')) ? [] : ['data/global/pg_control']),
    ...(password ? [] : ['password']),
  ]
  if (!password || missing.length > 0) {
    throw new DatabaseError(
      `The database folder ${folder} is only half there (${missing.join(', ')} is missing): put back a whole copy of it, or remove it to begin with an empty history.`,
    )
  }
  if (version !== serverMajor) {
    throw new DatabaseError(
      `The database folder ${folder} was made by PostgreSQL ${version} and this is ${serverMajor}: move its content with pg_dump, or remove it to begin with an empty history.`,
    )
  }
  return password
}

function isMissingOrEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true
    throw unreadable(folder, error)
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
    throw unreadable(file, error)
  }
}

function exists(file: string): boolean {
  try {
    return statSync(file).isFile()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false
    throw unreadable(file, error)
  }
}

function unreadable(path: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    `${path} cannot be read (${codeOf(cause)}): start Kempt as the user who made it, or set KEMPT_DATA_DIR to another folder.`,
    { cause },
  )
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error))
