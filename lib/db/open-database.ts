// The one way to a database handle. Who opens it closes it (`$disconnect`).
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client.ts'
import { keepAlive } from './keep-alive.ts'

export type Database = PrismaClient

/** A handle inside `db.$transaction(async (tx) => …)`. */
export type Transaction = Prisma.TransactionClient

/** Builders for raw SQL: `sql`, `join`, `empty`, `raw`. Values always travel as parameters. */
export const { sql, join: joinSql, empty: emptySql } = Prisma
export type Sql = Prisma.Sql

/**
 * Opens a pool of at most `max` connections; the first query connects, so importing a page at build time needs no database.
 * What takes longer than `patienceMs`, a statement or the way to a connection for it, fails, and its connection is given up.
 */
export function openDatabase(
  url: string,
  { max = 10, patienceMs }: { max?: number; patienceMs?: number } = {},
): Database {
  const patience = patienceMs === undefined ? {} : { query_timeout: patienceMs, connectionTimeoutMillis: patienceMs }
  const adapter = new PrismaPg({ connectionString: url, max, ...keepAlive, ...patience })
  // Prisma writes its adapter down when it is told to log (DEBUG), and the password with it.
  const toJSON = () => adapter.adapterName
  return new PrismaClient({ adapter: Object.assign(adapter, { toJSON }) })
}
