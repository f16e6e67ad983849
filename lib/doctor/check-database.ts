import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseError } from '#lib/db/database-error.ts'
import { inspectDatabase } from '#lib/db/inspect-database.ts'
import { broken, type Check, good, unsure } from './check.ts'

/** The server that Kempt's tests run on, and that comes with it. */
const triedOn = 18

/** Is there a database to remember in? Looks, and changes nothing: missing migrations are counted and not applied. */
export async function checkDatabase({
  databaseUrl,
  dataFolder,
}: {
  databaseUrl: string | null
  dataFolder: string
}): Promise<Check> {
  if (databaseUrl === null) return checkFolder(dataFolder)
  try {
    const { host, majorVersion, missingMigrations, mayCreate } = await inspectDatabase(databaseUrl)
    if (missingMigrations > 0 && !mayCreate)
      return broken(
        'database',
        host,
        `${missingMigrations} migrations are missing, and this account may not create tables.`,
      )
    const standing =
      missingMigrations > 0 ? `the next start applies ${missingMigrations} migrations` : 'it is up to date'
    const says = `PostgreSQL ${majorVersion} answers; ${standing}.`
    return majorVersion < triedOn
      ? unsure('database', host, `${says} Kempt is tried on ${triedOn}, and was not on this one.`)
      : good('database', host, says)
  } catch (error) {
    if (error instanceof DatabaseError) return broken('database', 'DATABASE_URL', error.message)
    throw error
  }
}

/** Without DATABASE_URL the database comes with Kempt, and needs a folder it may write to. */
async function checkFolder(folder: string): Promise<Check> {
  const nearest = await nearestThere(folder)
  try {
    await access(nearest, constants.W_OK)
    return good('database', 'embedded', `It keeps its data in ${folder}, and starts with Kempt.`)
  } catch {
    return broken('database', 'embedded', `It keeps its data in ${folder}, and ${nearest} cannot be written to.`)
  }
}

async function nearestThere(folder: string): Promise<string> {
  try {
    await access(folder)
    return folder
  } catch (error) {
    const above = dirname(folder)
    if (above === folder) throw error
    return nearestThere(above)
  }
}
